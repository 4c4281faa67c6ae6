namespace ClaimsDesk.Extraction.Articles;

/// <summary>
/// Where the running text of a page lies: the stretch of lines that holds the most prose for the fewest links, buttons and stamps.
/// Every line has a weight, prose above zero and furniture below, and the stretch with the greatest sum is taken.
/// </summary>
internal static class MainText
{
    private const double LongestCounted = 60;
    private const int LongestGap = 60;

    /// <summary>First and last line of the running text; null where the page has no prose at all.</summary>
    public static (int First, int Last)? Of(IReadOnlyList<Line> lines)
    {
        var (teasers, isClean) = (Teasers(lines), IsClean(lines));
        (double Sum, int First, int Last) best = (0, -1, -1);
        var (sum, first, gap) = (0.0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (sum <= 0) (sum, first) = (0, i);
            gap = IsText(lines[i]) ? 0 : gap + 1;
            sum = gap > LongestGap ? 0 : sum + Weight(lines, i, teasers, isClean);
            if (sum > best.Sum) best = (sum, first, i);
        }
        return best.First < 0 ? null : (best.First, best.Last);
    }

    private static double Weight(IReadOnlyList<Line> lines, int i, HashSet<int> teasers, bool isClean) => lines[i].Kind switch
    {
        LineKind.Prose when teasers.Contains(i) => -6,
        LineKind.Prose when isClean || !IsAlone(lines, i) => Math.Min(lines[i].Words, LongestCounted),
        LineKind.Prose => Math.Min(lines[i].Words, LongestCounted) * (lines[i].Words >= 30 ? 0.8 : 0.35),
        LineKind.Bullet when lines[i].IsLong => lines[i].Words,
        LineKind.Bullet => lines[i].Words >= 5 ? 2 : -2,
        LineKind.Caption => -1,
        LineKind.Disclaimer or LineKind.Doubled => 0,
        LineKind.Ending => -40,
        LineKind.Short when isClean || lines[i].EndsSentence || lines[i].IsLong => -2,
        _ => -6,
    };

    // A text that somebody copied without the page round it: there a lone sentence is a paragraph, on a page it is a teaser.
    private static bool IsClean(IReadOnlyList<Line> lines)
    {
        const double MostlyProse = 0.75;
        const int FewestLinesOfAPage = 12;
        return lines.Count < FewestLinesOfAPage || lines.Where(IsText).Sum(l => (double)l.Words) >= MostlyProse * lines.Sum(l => (double)l.Words);
    }

    // Where every sentence stands over the same "Read more", the page lists other articles.
    private static HashSet<int> Teasers(IReadOnlyList<Line> lines)
    {
        const int FewestOfAList = 3;
        return [.. Enumerable.Range(1, Math.Max(0, lines.Count - 1))
            .Where(i => lines[i].Kind is LineKind.Furniture or LineKind.Ending && lines[i - 1].Kind is LineKind.Prose && Furniture.IsLinkLabel(lines[i]))
            .GroupBy(i => Phrases.Bare(lines[i].Text))
            .Where(list => list.Key.Length > 0 && list.Count() >= FewestOfAList)
            .SelectMany(list => list.Select(i => i - 1))];
    }

    // A teaser is a lone sentence between a link and a date; a paragraph has paragraphs beside it.
    private static bool IsAlone(IReadOnlyList<Line> lines, int i) =>
        !(i > 0 && IsText(lines[i - 1])) && !(i + 1 < lines.Count && IsText(lines[i + 1])) && lines.Count > 2;

    private static bool IsText(Line line) => line.Kind is LineKind.Prose or LineKind.Bullet;
}
