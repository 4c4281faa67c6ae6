using System.Diagnostics;
using System.Globalization;

namespace ClaimsDesk.Benchmarks.Measuring;

/// <summary>How long something took, many times: on the clock, and of the processor, which other programs on the machine do not lengthen as much.</summary>
public sealed class Sample(string name)
{
    private readonly List<double> _clock = [], _processor = [];

    public string Name { get; } = name;

    public async Task<T> TakeAsync<T>(Func<Task<T>> act)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var result = await act();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        lock (_clock)
        {
            _clock.Add(took);
            _processor.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }
        if (took > 1000) Console.Error.WriteLine($"{Name}: {took:0} ms");
        return result;
    }

    /// <summary>A row of a table: how often, and the middle, the 95th of a hundred and the longest.</summary>
    public string Row() => string.Create(CultureInfo.InvariantCulture,
        $"| {Name} | {_clock.Count} | {At(_clock, 0.5)} | {At(_clock, 0.95)} | {At(_clock, 1)} | {At(_processor, 0.5)} | {At(_processor, 0.95)} |");

    public static string Head => "| what | times | p50 ms | p95 ms | longest ms | processor p50 ms | p95 ms |\n|---|---|---|---|---|---|---|";

    private static string At(List<double> times, double share)
    {
        var ordered = times.Order().ToList();
        return ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(share * ordered.Count) - 1)].ToString("0.0", CultureInfo.InvariantCulture);
    }
}
