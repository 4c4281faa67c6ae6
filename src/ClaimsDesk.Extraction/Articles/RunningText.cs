namespace ClaimsDesk.Extraction.Articles;

/// <summary>First and last line of an article's running text.</summary>
/// <param name="First">Its first paragraph.</param>
/// <param name="Last">Its last line.</param>
/// <param name="MainFirst">First line of the stretch that was weighed as running text; summary lines may stand before <paramref name="First"/>.</param>
/// <param name="IsProse">False where nothing on the page reads as prose, so that every line has to be taken as it is.</param>
internal readonly record struct RunningText(int First, int Last, int MainFirst, bool IsProse)
{
    private const int LongestHeader = 10;
    private const int MostSummaries = 2;
    private const int LongestSummary = 60;

    /// <summary>Finds the running text among the lines of an article.</summary>
    public static RunningText In(IReadOnlyList<Line> lines)
    {
        if (MainText.Of(lines) is not { } main) return new RunningText(0, lines.Count - 1, 0, false);
        var first = NextProse(lines, main.First, main.Last);
        first = BehindSummaries(lines, first, main.Last);
        return new RunningText(first, WithoutAuthorNotes(lines, first, main.Last), main.First, true);
    }

    private static int NextProse(IReadOnlyList<Line> lines, int from, int last)
    {
        while (from < last && lines[from].Kind is not LineKind.Prose) from++;
        return from;
    }

    // A short paragraph or two above the dateline, or above the stamp, sum up what follows.
    private static int BehindSummaries(IReadOnlyList<Line> lines, int first, int last)
    {
        var (start, summaries) = (first, 0);
        for (var i = first; i <= Math.Min(last, first + LongestHeader); i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Prose)
            {
                if (summaries > 0 && Dateline.Of(line.Text) is not null) return i;
                if (++summaries > MostSummaries || line.Words > LongestSummary) break;
            }
            else if (line.Kind is LineKind.Stamp or LineKind.Byline && !Stamp.IsTimeOfDay(line.Text) && NextProse(lines, i, last) is var next && lines[next].Kind is LineKind.Prose)
            {
                start = next;
            }
        }
        return start;
    }

    private static bool IsTrailing(Line line) =>
        line.Kind is LineKind.Furniture or LineKind.Byline or LineKind.Short or LineKind.Stamp or LineKind.Ending || (line.Kind is LineKind.Bullet && line.Words < 4 && !line.EndsSentence);

    private static int WithoutAuthorNotes(IReadOnlyList<Line> lines, int first, int last)
    {
        var bylines = lines.Take(first).Where(l => l.Kind is LineKind.Byline).Select(l => l.Text).ToList();
        while (last > first && (AuthorNote.Is(lines[last], bylines) || IsTrailing(lines[last]))) last--;
        return last;
    }
}
