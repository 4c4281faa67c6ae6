using System.Text.Json;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Contract;
using ClaimsDesk.Extraction.Tests.Articles;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Claims;

/// <summary>What holds for the claims of any text, swept over the seeds, over damaged seeds and over odd texts.</summary>
public sealed class ClaimInvariants
{
    public static TheoryData<string> OddTexts => new(
        "", " \n\n", "said", "according to", "According to X", "He said", "“", "” said X.", "said ” “ said", "reportedly", "\uD800 said the \uDC00 mayor.",
        "There was no comment.", "that that that said said said.", "(said)", "X said:\n\nY said:", "“He said “she said ‘they said.",
        "The same said that\n“nothing grows, the daily Vesta writes. According to the newspaper, 40 wells were sealed in May.  A source in this building was asked.”",
        "The harbour minister, Ana Holm, deleted a post on Tuesday in which she wrote that fishermen in Bitara “sleep until the subsidy aras us,” its assistant no of has secret not opinion convinced. “Anrives.”\n\n"
            + "In a new post she apologised and claimed that her account had been used by an assistant.",
        string.Concat(Enumerable.Repeat("the mayor said that ", 400)), string.Concat(Enumerable.Repeat("“I know,” said Ana Ruiz, ", 200)),
        "Le ministre a déclaré lundi que le pont était fermé et que la ville attendait depuis longtemps une réponse de la région sur les travaux prévus cette année.");

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Hold_for_odd_texts(string text) => Check(text);

    [Fact]
    public void A_text_without_full_stops_is_said_to_be_one_however_many_parts_it_is_read_in()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"the mayor said that bridge number {i} was closed and "));

        var document = SharedExtractor.Value.Extract(new SourceText(text), ExtractionContext.Unknown);

        document.Notes.Where(n => n.Code == "endless-sentence").Should().ContainSingle()
            .Which.Message.Should().Be("A sentence of 2000 words was read without the rules of grammar; full stops may be missing.");
        document.Articles.SelectMany(a => a.Claims).Should().NotBeEmpty().And.OnlyContain(c => c.FoundBy == "encoder");
    }

    [Fact]
    public void Hold_for_the_seeds()
    {
        foreach (var seed in SeedTexts.All) Check(seed).Should().NotBeEmpty();
    }

    [Fact]
    public void Hold_for_damaged_seeds()
    {
        foreach (var seed in SeedTexts.All)
        {
            Check(seed.ReplaceLineEndings("\r\n"));
            Check(seed.ToUpperInvariant());
            Check(seed.Replace(".", "", StringComparison.Ordinal));
            Check(seed.Replace("”", "", StringComparison.Ordinal));
            Check(seed[(seed.Length / 3)..] + seed[..(seed.Length / 3)]);
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_line_on_every_thread()
    {
        var seeds = SeedTexts.All.ToList();
        var once = seeds.ConvertAll(Line);
        var many = new string[seeds.Count * 2];
        Parallel.For(0, many.Length, i => many[i] = Line(seeds[i % seeds.Count]));
        many.Should().Equal([.. once, .. once]);
    }

    private static string Line(string text) =>
        ExtractionJson.Document("x.txt", SharedExtractor.Value.Extract(new SourceText(text), ExtractionContext.Unknown));

    /// <summary>Reads a text, checks what holds for any, and gives its claims.</summary>
    internal static List<ExtractedClaim> Check(string value)
    {
        var text = new SourceText(value);
        var document = SharedExtractor.Value.Extract(text, ExtractionContext.Unknown);
        foreach (var article in document.Articles) CheckArticle(article);
        var claims = document.Articles.SelectMany(a => a.Claims).ToList();
        claims.Select(c => c.Id).Should().OnlyHaveUniqueItems();
        document.Notes.Should().NotContain(n => n.Where.End > text.Length || n.Where.Start < 0);
        using var json = JsonDocument.Parse(ExtractionJson.Document("x.txt", document));
        json.RootElement.GetProperty("text_length").GetInt32().Should().Be(text.LengthInCodePoints);
        return claims;
    }

    private static void CheckArticle(ExtractedArticle article)
    {
        var places = article.Claims.ToDictionary(c => c.Id);
        var seen = new HashSet<string>();
        foreach (var claim in article.Claims)
        {
            claim.Content.Should().NotBeEmpty();
            foreach (var span in claim.Content.Concat(claim.Cue).Concat(claim.Source))
            {
                span.IsEmpty.Should().BeFalse();
                article.Segment.Contains(span).Should().BeTrue("{0} lies in its article", claim.Id);
                article.Furniture.Should().NotContain(f => f.Overlaps(span), "furniture is no part of a claim");
            }
            claim.Content.Should().BeInAscendingOrder();
            claim.Content.Zip(claim.Content.Skip(1)).Should().NotContain(pair => pair.First.End > pair.Second.Start);
            claim.SourceNames.Should().NotBeEmpty().And.OnlyContain(n => n.Trim().Length > 0);
            claim.Chain.Should().NotBeEmpty();
            claim.Chain[^1].Name.Should().Be(claim.SourceNames[0]);
            claim.Confidence.Should().BeInRange(0, 1);
            Finder.Why(claim.FoundBy).Should().NotBeNull("{0} says why it found a claim", claim.FoundBy);
            (claim.NamedAt is { } named && !article.Segment.Contains(named)).Should().BeFalse();
            (claim.SourceKind == SourceKind.Anonymous || claim.SourceCount is null or >= 1).Should().BeTrue();
            if (claim.Parent is { } parent)
            {
                seen.Should().Contain(parent, "a parent comes before its children");
                claim.Content.Should().OnlyContain(c => places[parent].Content.Any(p => p.Contains(c)), "a claim lies inside its parent's content");
            }
            seen.Add(claim.Id);
        }
    }
}
