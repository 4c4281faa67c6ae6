using System.Globalization;
using ClaimsDesk.Extraction.Contract;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Claims;

/// <summary>Every example in Specs/*.md is a test.</summary>
public sealed class SpecTests
{
    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (var example in SpecExample.All()) examples.Add(example.File, example.Line);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_is_read_as_specified(string file, int line)
    {
        var example = SpecExample.All().Single(e => e.File == file && e.Line == line);
        var text = new SourceText(example.Text);
        var document = SharedExtractor.Value.Extract(text, new ExtractionContext(example.Published));
        var claims = document.Articles.SelectMany(a => a.Claims).ToList();
        var read = claims.ConvertAll(c => Describe(text, c, claims));

        foreach (var expected in example.Expected)
        {
            var found = read.Exists(r => expected.All(p => r.TryGetValue(p.Key, out var value) && value == p.Value));
            found.Should().BeTrue("{0}, line {1}, wants [{2}], and what was read is\n{3}", file, line, Print(expected), string.Join('\n', read.Select(Print)));
        }
        if (example.IsComplete) read.Should().HaveCount(example.Expected.Count, "no other claim than the expected may be read, but what was read is\n{0}", string.Join('\n', read.Select(Print)));
    }

    private static Dictionary<string, string> Describe(SourceText text, ExtractedClaim claim, List<ExtractedClaim> all) => new()
    {
        ["content"] = Cut(text, claim.Content),
        ["source"] = claim.SourceNames[0],
        ["names"] = string.Join(" + ", claim.SourceNames),
        ["printed"] = Cut(text, claim.Source),
        ["cue"] = Cut(text, claim.Cue),
        ["kind"] = ContractWords.Of(claim.SourceKind),
        ["count"] = claim.SourceCount?.ToString(CultureInfo.InvariantCulture) ?? "unknown",
        ["affiliation"] = claim.Affiliation ?? "none",
        ["quote"] = ContractWords.Of(claim.Quote),
        ["act"] = ContractWords.Of(claim.Act),
        ["negated"] = claim.Negated ? "yes" : "no",
        ["hedged"] = claim.Hedged ? "yes" : "no",
        ["in"] = claim.Parent is null ? "nothing" : all.Find(c => c.Id == claim.Parent)!.SourceNames[0],
        ["chain"] = string.Join(" > ", claim.ChainNames),
        ["actors"] = claim.Actors.Count == 0 ? "none" : string.Join(", ", claim.Actors),
        ["places"] = claim.Places.Count == 0 ? "none" : string.Join(", ", claim.Places),
        ["said"] = claim.SaidOn?.ToString() ?? "unknown",
        ["said words"] = claim.SaidWords is { } said ? text[said] : "none",
        ["event words"] = claim.EventWords is { } happened ? text[happened] : "none",
        ["happened"] = claim.EventDate?.ToString() ?? "unknown",
        ["found"] = claim.FoundBy,
    };

    private static string Cut(SourceText text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => text[s]));

    private static string Print(IReadOnlyDictionary<string, string> properties) => string.Join(" | ", properties.Select(p => $"{p.Key}: {p.Value}"));
}
