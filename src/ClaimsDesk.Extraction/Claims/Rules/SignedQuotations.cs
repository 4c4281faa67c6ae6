using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>“All is well.” — Ana Holm, mayor: a paragraph of quotation that a name behind a dash signs.</summary>
internal static class SignedQuotations
{
    /// <summary>What a claim says it was found by.</summary>
    public const string Name = "signed-quotation";

    /// <summary>The pattern in one sentence.</summary>
    public const string Why = "A quotation is signed with a dash and a name.";
    private const int LongestSignature = 90;

    /// <summary>One claim a signed paragraph.</summary>
    public static IEnumerable<Draft> Find(ArticleReading reading)
    {
        foreach (var block in reading.Article.Blocks.Where(b => b.Kind == BlockKind.Paragraph))
        {
            var quotations = reading.QuotationsIn(block.Span).ToList();
            if (quotations is [] || quotations[0].Start > block.Span.Start + 1) continue;
            if (Signature(reading, new TextSpan(quotations[^1].End, block.Span.End)) is not var (dash, name)) continue;
            var content = ContentShape.Clean(reading, [new TextSpan(quotations[0].Start, quotations[^1].End)], [], [], null);
            var number = reading.SentenceAt(dash.Span.Start);
            if (content.Count == 0) continue;
            yield return new Draft { Content = content, Cue = [dash.Span], Source = [name], Sentence = number, CueWord = dash, Frame = "turn", FoundBy = Name, Confidence = 0.85 };
        }
    }

    private static (Word Dash, TextSpan Name)? Signature(ArticleReading reading, TextSpan rest)
    {
        if (rest.Length is < 4 or > LongestSignature) return null;
        var number = reading.SentenceAt(rest.End - 1);
        if (number < 0) return null;
        var words = Enumerable.Range(Math.Max(0, number - 2), Math.Min(3, number + 1)).SelectMany(n => reading.Sentences[n].WordsIn(rest)).ToList();
        if (words.Count < 2 || words[0].Text is not ("—" or "–" or "―" or "-" or "--")) return null;
        var name = new TextSpan(words[1].Span.Start, words[^1].Tag == "PUNCT" ? words[^2].Span.End : words[^1].Span.End);
        return reading.Cast.In(name).Any(m => m.Span.Start == name.Start || m.Who.IsPerson) ? (words[0], name) : null;
    }
}
