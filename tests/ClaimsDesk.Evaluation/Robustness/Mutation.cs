using System.Text;

namespace ClaimsDesk.Evaluation.Robustness;

/// <summary>Ways to spoil a text, as scrapers, keyboards and ill will do.</summary>
public static class Mutation
{
    private static readonly string[] Odd =
    [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "(", ")", "[", "…", "--", "—", "\u200B", "\u200F", "\u202E", "\u2066", "\uFEFF", "\0", "\u0301", "\u2028", "\u00A0", "\r", "\r\n", "\n", "\n\n", "\t",
        "\uD83D", "\uDE00", "😀", "中文新闻", "العربية", "한국어", "ﬁ", "İ", "ß", "said ", "according to ", " told Reuters", "he said, ", "that ", "According to", "reportedly", "did not respond", "’s", "…”", "\"he said\"",
        " - ", "* ", "• ", "By ", "Updated ", "Leave a Reply", "2024-08-06", "Monday", "<p>", "&amp;", "<!--", "https://a.b/c?d=e", "[SEP]", "###", "1,000.50", "U.S.", "Mr. ", "e.g. ", ". . .", "?!", "said said said",
    ];

    private static readonly Action<StringBuilder, Random, IReadOnlyList<string>>[] Ways =
    [
        (text, random, _) => text.Insert(Place(text, random), Odd[random.Next(Odd.Length)]),
        (text, random, _) => text.Insert(Place(text, random), string.Concat(Enumerable.Repeat(Odd[random.Next(Odd.Length)], random.Next(2, 200)))),
        (text, random, _) => Cut(text, random, out var _),
        (text, random, _) => { Cut(text, random, out var piece); text.Insert(Place(text, random), piece); },
        (text, random, _) => { var piece = Copy(text, random); text.Insert(Place(text, random), string.Concat(Enumerable.Repeat(piece, random.Next(1, 4)))); },
        (text, random, others) => { var other = new StringBuilder(others[random.Next(others.Count)]); text.Insert(Place(text, random), Copy(other, random)); },
        (text, random, _) => { for (var i = 0; i < 20 && text.Length > 0; i++) text[random.Next(text.Length)] = (char)random.Next(random.Next(2) == 0 ? 128 : char.MaxValue); },
        (text, random, _) => Replace(text, random, s => s.ToUpperInvariant()),
        (text, random, _) => Replace(text, random, s => s.ToLowerInvariant()),
        (text, random, _) => Replace(text, random, s => string.Concat(s.Where(c => !char.IsPunctuation(c)))),
        (text, random, _) => Replace(text, random, s => s.Replace(" ", "", StringComparison.Ordinal)),
        (text, random, _) => Replace(text, random, s => s.ReplaceLineEndings(" ")),
        (text, random, _) => Replace(text, random, s => s.Replace(" ", "\n", StringComparison.Ordinal)),
        (text, random, _) => Replace(text, random, s => string.Join(' ', s.Split(' ').OrderBy(_ => random.Next()))),
        (text, random, _) => Replace(text, random, s => s.Normalize(NormalizationForm.FormKD), safe: true),
        (text, random, _) => Replace(text, random, s => s.Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)),
    ];

    /// <summary>A text spoilt in one to six ways, no longer than <paramref name="longest"/>.</summary>
    public static string Of(string seed, Random random, IReadOnlyList<string> others, int longest)
    {
        ArgumentNullException.ThrowIfNull(random);
        var text = new StringBuilder(seed);
        for (var times = random.Next(1, 7); times > 0; times--) Ways[random.Next(Ways.Length)](text, random, others);
        return text.ToString(0, Math.Min(text.Length, longest));
    }

    private static int Place(StringBuilder text, Random random) => random.Next(text.Length + 1);

    private static (int Start, int Length) Piece(StringBuilder text, Random random)
    {
        var start = Place(text, random);
        var most = random.Next(3) == 0 ? text.Length : 80;
        return (start, Math.Min(text.Length - start, random.Next(most + 1)));
    }

    private static void Cut(StringBuilder text, Random random, out string piece)
    {
        var (start, length) = Piece(text, random);
        piece = text.ToString(start, length);
        text.Remove(start, length);
    }

    private static string Copy(StringBuilder text, Random random)
    {
        var (start, length) = Piece(text, random);
        return text.ToString(start, length);
    }

    private static void Replace(StringBuilder text, Random random, Func<string, string> change, bool safe = false)
    {
        Cut(text, random, out var piece);
        // Normalisation throws for unpaired surrogates, which are none of its business here.
        var start = Place(text, random);
        text.Insert(start, safe && piece.Any(char.IsSurrogate) ? piece : change(piece));
    }
}
