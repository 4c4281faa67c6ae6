using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Benchmarks.Storing;

/// <summary>Articles without sense, each line a claim, and an extraction that costs next to nothing: what is left is storing.</summary>
internal static class StubArticles
{
    private const int Lines = 12, WordsInLine = 14;
    private static readonly string[] Outlets = ["Harbour Gazette", "Island Post", "Northern Wire", "Evening Sun"];

    /// <summary>The text of a number, the same every time.</summary>
    public static string Text(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Headline of {number}\n\n");
        for (var line = 0; line < Lines; line++)
        {
            for (var word = 0; word < WordsInLine; word++) text.Append(Word(random)).Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"said Person {random.Next(400)} Known.\n");
        }
        return text.ToString();
    }

    /// <summary>Every line after the first is a claim.</summary>
    public static ExtractedDocument Extract(SourceText text, ExtractionContext context)
    {
        var claims = new List<ExtractedClaim>();
        var blocks = new List<ArticleBlock>();
        var start = text.Value.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var outlet = Outlets[text.Length % Outlets.Length];
        while (start < text.Length)
        {
            var end = text.Value.IndexOf('\n', start);
            var cue = text.Value.IndexOf("said ", start, StringComparison.Ordinal);
            var (content, source) = (new TextSpan(start, cue - 1), new TextSpan(cue + 5, end - 1));
            var name = text.Value[source.Start..source.End];
            blocks.Add(new ArticleBlock(BlockKind.Paragraph, new TextSpan(start, end)));
            claims.Add(new ExtractedClaim
            {
                Id = $"a1c{claims.Count + 1}",
                Content = [content],
                Cue = [new TextSpan(cue, cue + 4)],
                Source = [source],
                SourceNames = [name],
                SourceKind = SourceKind.Person,
                Chain = [new ChainHop(outlet, SourceKind.Outlet, [], []), new ChainHop(name, SourceKind.Person, [source], [new TextSpan(cue, cue + 4)])],
                Actors = [$"Body {name.Length}", name],
                Places = ["Lisbon"],
                SaidOn = new PartialDate(2024, 8, 5),
                FoundBy = "stub",
            });
            start = end + 1;
        }
        return new ExtractedDocument(text,
        [
            new ExtractedArticle
            {
                Segment = new TextSpan(0, text.Length), Body = new TextSpan(0, text.Length), Title = text.Value[..text.Value.IndexOf('\n', StringComparison.Ordinal)],
                Publisher = outlet, Published = new DateOnly(2024, 8, 6), Blocks = blocks, Claims = claims,
            },
        ], []);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstv"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));
}
