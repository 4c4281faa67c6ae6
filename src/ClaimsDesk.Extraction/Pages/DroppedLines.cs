namespace ClaimsDesk.Extraction.Pages;

/// <summary>Puts back what was cleaned away inside an article although it reads as text: tables, lists, quotations from elsewhere.</summary>
internal static class DroppedLines
{
    private const double MostLinks = 0.35;
    private const int LongestGap = 60;
    private const int FewestWords = 4;

    /// <summary>The chosen lines with the lines of the page that stand between two of them, where these belong there.</summary>
    public static List<PageLine> PutBack(List<PageLine> chosen, List<PageLine> page)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < page.Count; i++) places[page[i].Text] = places.ContainsKey(page[i].Text) ? -1 : i;
        var printed = chosen.Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        var lines = new List<PageLine>();
        var last = -1;
        foreach (var line in chosen)
        {
            var place = places.GetValueOrDefault(line.Text, -1);
            if (last >= 0 && place > last + 1 && place - last <= LongestGap)
                lines.AddRange(Belonging(page.GetRange(last + 1, place - last - 1).Where(dropped => !printed.Contains(dropped.Text))));
            if (place >= 0) last = place;
            // The markup of the page says more than what SmartReader made of it.
            lines.Add(place >= 0 ? page[place] : line);
        }
        return lines;
    }

    private static IEnumerable<PageLine> Belonging(IEnumerable<PageLine> dropped) =>
        dropped.Where(line => line.Kind is BlockKind.Caption || (line.LinkShare <= MostLinks && ReadsAsText(line)));

    private static bool ReadsAsText(PageLine line)
    {
        if (PageTrimming.IsFurniture(line)) return false;
        return line.IsRow || (line.Words >= FewestWords && (line.Kind is BlockKind.Bullet || (line.Kind is BlockKind.Paragraph && line.Words >= 2 * FewestWords && line.Look.EndsSentence)));
    }
}
