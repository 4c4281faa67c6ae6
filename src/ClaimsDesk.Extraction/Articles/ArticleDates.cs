namespace ClaimsDesk.Extraction.Articles;

/// <summary>When an article was published and updated, from the stamps round it.</summary>
internal static class ArticleDates
{
    private const int NearTop = 3;
    private const int NearEnd = 4;

    /// <summary>The days that the stamps print; a stamp under the headline goes before one above it. An update that is the only date dates the article too.</summary>
    public static (DateOnly? Published, DateOnly? Updated) Of(IReadOnlyList<Line> lines, RunningText text, int headline, Dateline? dateline)
    {
        var stamps = InOrderOfTrust(lines, text, headline).SelectMany(i => Stamp.Read(lines[i].Text)).ToList();
        // Teasers below the text carry bare dates; only a label there speaks of the article.
        var below = Range(text.Last + 1, text.Last + NearEnd).Where(i => IsStamp(lines[i])).SelectMany(i => Stamp.Read(lines[i].Text))
            .Where(stamp => stamp.Role is not StampRole.Unlabelled);
        stamps.AddRange(below);
        var updated = First(StampRole.Updated);
        return (First(StampRole.Published) ?? First(StampRole.Unlabelled) ?? dateline?.Day ?? updated, updated);

        DateOnly? First(StampRole role) => stamps.Where(s => s.Role == role).Select(s => (DateOnly?)s.Day).FirstOrDefault();
        IEnumerable<int> Range(int from, int to) => Enumerable.Range(from, Math.Max(0, Math.Min(to, lines.Count - 1) - from + 1));
    }

    private static IEnumerable<int> InOrderOfTrust(IReadOnlyList<Line> lines, RunningText text, int headline)
    {
        var end = Math.Min(text.Last, text.First + NearTop);
        var stamps = Enumerable.Range(0, end + 1).Where(i => IsStamp(lines[i])).ToList();
        return stamps.Where(i => i > headline).Concat(stamps.Where(i => i <= headline).Reverse());
    }

    private static bool IsStamp(Line line) => line.Kind is LineKind.Stamp or LineKind.Byline;
}
