namespace ClaimsDesk.Extraction.Articles;

/// <summary>What stands above the running text: the headline, its second printing, summary lines, captions, stamps.</summary>
internal static class Header
{
    private const int FarthestUp = 14;

    /// <summary>Index of the headline among the lines above the running text, or −1 where it begins without one.</summary>
    public static int HeadlineIn(IReadOnlyList<Line> lines, int bodyStart)
    {
        var from = Math.Max(0, bodyStart - FarthestUp);
        var candidates = Enumerable.Range(from, bodyStart - from).Where(i => CanBeHeadline(lines[i])).ToList();
        return candidates.Count == 0 ? -1 : candidates.MaxBy(i => Score(lines, i, from, bodyStart));
    }

    private static bool CanBeHeadline(Line line) =>
        (line.Kind is LineKind.Short or LineKind.Prose or LineKind.Doubled) && line.IsHeadlineLong && !(line.Text.EndsWith('.') && line.Words > 12) && line.Text.Any(char.IsLetter);

    private static double Score(IReadOnlyList<Line> lines, int i, int from, int bodyStart)
    {
        var line = lines[i];
        var score = Math.Min(line.Words, 8) * 0.5;
        if (Enumerable.Range(i + 1, bodyStart - i - 1).Any(j => lines[j].Text == line.Text)) score += 5;
        if (Enumerable.Range(i + 1, Math.Min(3, bodyStart - i - 1)).Any(j => lines[j].Kind is LineKind.Stamp or LineKind.Byline or LineKind.Caption)) score += 2;
        if (i > from && lines[i - 1].Kind is LineKind.Byline or LineKind.Stamp) score -= 1;
        if (line.Text.EndsWith('.') || Stamp.Read(line.Text).Any()) score -= 2;
        // Where several would do, the first on a short page; near the text on a page with menus.
        return from == 0 ? score - i * 0.3 : score - (bodyStart - i) * 0.2;
    }
}
