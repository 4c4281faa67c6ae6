using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Where quotation marks open and close in a text.</summary>
internal static class Quotations
{
    /// <summary>
    /// The quotations of the blocks, marks included, in order; none stands inside another. A double mark without its partner closes at
    /// the end of its block; a single one counts only with its partner.
    /// </summary>
    public static List<TextSpan> Find(string text, IEnumerable<TextSpan> blocks)
    {
        var found = new List<TextSpan>();
        foreach (var block in blocks)
        {
            var open = -1;
            for (var i = block.Start; i < block.End; i++)
            {
                var length = MarkLength(text, i, block);
                if (length == 0)
                {
                    if (open >= 0 || text[i] is not ('‘' or '\'') || SingleQuotationMarks.EndOf(text, i, block) is not (> 0 and var end)) continue;
                    found.Add(new TextSpan(i, end));
                    i = end - 1;
                    continue;
                }
                if (open < 0 && Opens(text, i, length, block)) open = i;
                else if (open >= 0 && Closes(text, open, i, block))
                {
                    found.Add(new TextSpan(open, i + length));
                    open = -1;
                }
                i += length - 1;
            }
            if (open >= 0) found.Add(new TextSpan(open, block.End));
        }
        return found;
    }

    /// <summary>1 for a quotation mark, 2 for one typed as two apostrophes or two grave accents, 0 for anything else.</summary>
    private static int MarkLength(string text, int i, TextSpan block)
    {
        if ("\"“”„«»".Contains(text[i], StringComparison.Ordinal)) return 1;
        return text[i] is '\'' or '`' && i + 1 < block.End && text[i + 1] == text[i] ? 2 : 0;
    }

    private static bool Opens(string text, int i, int length, TextSpan block) => text[i] switch
    {
        '“' or '«' or '„' or '`' => true,
        '"' or '\'' => i + length < block.End && !char.IsWhiteSpace(text[i + length]),
        _ => false,
    };

    private static bool Closes(string text, int open, int i, TextSpan block) => text[open] switch
    {
        '«' => text[i] == '»',
        '„' => text[i] is '“' or '”',
        '“' => text[i] is '”' or '"',
        '"' => text[i] is '"' or '”',
        // Between apostrophes a mark closes where no word begins behind it.
        _ => text[i] == '\'' && (i + 2 >= block.End || !char.IsLetterOrDigit(text[i + 2])),
    };

    /// <summary>Whether a quotation that <see cref="Find"/> gave ends with its mark and not only with its block.</summary>
    public static bool IsClosed(string text, TextSpan quotation)
    {
        var (first, last) = (text[quotation.Start], text[quotation.End - 1]);
        if (first is '`' || (first == '\'' && quotation.Length > 1 && text[quotation.Start + 1] == '\''))
            return quotation.Length > 3 && last == '\'' && text[quotation.End - 2] == '\'';
        return first is '‘' or '\'' || (quotation.Length > 1 && last is '”' or '"' or '»' or '“');
    }
}
