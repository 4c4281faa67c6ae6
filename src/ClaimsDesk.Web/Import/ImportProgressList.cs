using System.Diagnostics;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Import;

/// <summary>How far each text of a running import is.</summary>
public sealed class ImportProgressList(IReadOnlyList<string> names)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ImportReportItem?[] _finished = new ImportReportItem?[names.Count];

    /// <summary>How many texts there are.</summary>
    public int Total => names.Count;

    /// <summary>How many are done with.</summary>
    public int Done { get; private set; }

    /// <summary>How long the rest will take, judged by what is done; null before anything is.</summary>
    public TimeSpan? Left => Done == 0 ? null : _clock.Elapsed / Done * (Total - Done);

    /// <summary>The texts in order, each with what became of it, where that is known.</summary>
    public IEnumerable<(string Name, ImportReportItem? Finished, bool IsBeingRead)> Texts =>
        names.Select((name, i) => (name, _finished[i], i == Done));

    /// <summary>Takes a step in.</summary>
    public void Take(ImportProgress step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Finished is null) return;
        _finished[step.Done - 1] = step.Finished;
        Done = Math.Max(Done, step.Done);
    }
}
