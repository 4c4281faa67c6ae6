using System.Diagnostics;
using System.Globalization;

namespace ClaimsDesk.Web.Commands;

/// <summary>One line on a terminal that says how far long work is and how long it will still take. Silent where nobody watches.</summary>
public sealed class Progress(Terminal terminal, int total)
{
    private const string EraseLine = "\r\e[K";
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _done;

    /// <summary>An item is done with.</summary>
    public void Done(string name) => Done(_done + 1, name);

    /// <summary>So many items are done with, the last of them this one.</summary>
    public void Done(int done, string name)
    {
        _done = done;
        if (!terminal.ShowsProgress || total < 2 || _done == total || _done == 0) return;
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{EraseLine}{_done} of {total} done, {Left()} left  ({name})"));
    }

    /// <summary>Takes the line away, before other words are written.</summary>
    public void Clear()
    {
        if (terminal.ShowsProgress && total > 1) terminal.Error.Write(EraseLine);
    }

    private string Left()
    {
        var left = _clock.Elapsed / _done * (total - _done);
        return left.TotalSeconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds)} s")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes)} min");
    }
}
