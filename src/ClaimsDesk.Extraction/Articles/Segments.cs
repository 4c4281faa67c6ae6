namespace ClaimsDesk.Extraction.Articles;

/// <summary>Finds where a page goes on to another article: a new headline with its own stamp, dateline or second printing, and running text under it.</summary>
internal static class Segments
{
    private const int LongestHeader = 10;
    private const int FewestWordsOfAnArticle = 40;
    private const int FewestWordsUnderAStampAlone = 50;
    private const int FewestWordsOfAHeadline = 4;

    /// <summary>The lines of each article, in order; one list where the page has one article.</summary>
    public static List<IReadOnlyList<Line>> Of(List<Line> lines)
    {
        var starts = new List<int> { 0 };
        var (proseWords, amongComments) = (0, false);
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].Kind is LineKind.Prose) proseWords += lines[i - 1].Words;
            if (lines[i - 1].Kind is LineKind.Ending) amongComments = proseWords >= FewestWordsOfAnArticle;
            if (proseWords < FewestWordsOfAnArticle || NewBody(lines, i, starts[^1], amongComments) is not { } body) continue;
            i = HeadlineOf(lines, i, body);
            starts.Add(i);
            (proseWords, amongComments) = (0, false);
        }
        return [.. starts.Select((start, n) => (IReadOnlyList<Line>)lines.GetRange(start, (n + 1 < starts.Count ? starts[n + 1] : lines.Count) - start))];
    }

    // The first paragraph under a line that may be a new article's headline; null where it is none.
    private static int? NewBody(List<Line> lines, int i, int segmentStart, bool amongComments)
    {
        var headline = lines[i];
        if (!CanBeHeadline(headline)) return null;
        var (repeated, stamped) = (false, headline.Kind is LineKind.Doubled);
        var body = -1;
        for (var j = i + 1; j < lines.Count && j <= i + LongestHeader && body < 0; j++)
        {
            if (lines[j].Text == headline.Text) repeated = true;
            else if (lines[j].Kind is LineKind.Stamp) stamped = true;
            else if (lines[j].Kind is LineKind.Ending) return null;
            else if (lines[j].Kind is LineKind.Prose && (lines[j].IsLong || j + 1 >= lines.Count)) body = j;
        }
        if (body < 0 || !(repeated || stamped) || WasPrinted(lines, segmentStart, i)) return null;
        var hasDateline = Dateline.Of(lines[body].Text) is not null;
        // Under "Comments" and "Related stories" names and dates stand over what readers and teasers say.
        if (!hasDateline && (!stamped || (amongComments && !repeated))) return null;
        return hasDateline || RunningWords(lines, body) >= (repeated ? FewestWordsOfAnArticle : FewestWordsUnderAStampAlone) ? body : null;
    }

    // Teasers of the article before may stand above the headline: it is the line that is printed twice, or the last one above the stamp.
    private static int HeadlineOf(List<Line> lines, int first, int body)
    {
        var candidates = Enumerable.Range(first, body - first).Where(i => CanBeHeadline(lines[i])).ToList();
        foreach (var i in candidates)
        {
            if (lines[i].Kind is LineKind.Doubled || Enumerable.Range(i + 1, body - i - 1).Any(j => lines[j].Text == lines[i].Text)) return i;
        }
        var stamp = Enumerable.Range(first, body - first).Where(i => lines[i].Kind is LineKind.Stamp).DefaultIfEmpty(body).First();
        var last = candidates.LastOrDefault(i => i < stamp, first);
        return last - 1 >= first && !lines[last].AfterGap && lines[last - 1].AfterGap && CanBeHeadline(lines[last - 1]) ? last - 1 : last;
    }

    private static bool CanBeHeadline(Line line) => line.IsHeadlineLong && line.Words >= FewestWordsOfAHeadline
        && (line.Kind is LineKind.Short or LineKind.Doubled || (line.Kind is LineKind.Prose && !line.IsLong && line.Text[^1] is '?' or '!'));

    // The headline of the same article above its comments or its share buttons starts nothing new.
    private static bool WasPrinted(List<Line> lines, int from, int i) =>
        Enumerable.Range(from, Math.Min(i - from, 60)).Any(k => lines[k].Text == lines[i].Text);

    private static int RunningWords(List<Line> lines, int body)
    {
        var words = 0;
        var last = body;
        for (; last < lines.Count && lines[last].Kind is LineKind.Prose && last - body < 5; last++) words += lines[last].Words;
        return last - body >= 2 ? words : 0;
    }
}
