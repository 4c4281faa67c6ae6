using System.Text.Json;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Encoder;

/// <summary>With the exact encoder everything is what the model's makers wrote down in reference.json.</summary>
public class ReferenceTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<int> Examples { get; } = [.. Enumerable.Range(0, Reference.All.Length)];

    [Theory, MemberData(nameof(Examples))]
    public void Pieces_their_places_and_their_case_are_exactly_the_reference(int example)
    {
        var expected = Reference.All[example];
        var pieces = Split(expected.text);

        pieces.Select(p => p.Id).Should().Equal(expected.token_ids[1..^1]);
        pieces.Select(p => new[] { p.Span.Start, p.Span.End }).Should().BeEquivalentTo(expected.offsets, o => o.WithStrictOrdering());
        pieces.Select(p => (int)p.Case).Should().Equal(expected.@case[1..^1]);
        (expected.token_ids[0], expected.token_ids[^1]).Should().Be((Models.Exact.Pieces.Opening, Models.Exact.Pieces.Closing));
    }

    [Theory, MemberData(nameof(Examples))]
    public void Hidden_states_cues_and_roles_agree_with_the_reference(int example)
    {
        var expected = Reference.All[example];
        var window = Encode(expected.text);
        var width = Models.Exact.Labels.Hidden;

        Differences(window.Hidden[..16], expected.hidden_first_token).Should().OnlyContain(d => d < Tolerance);
        Differences(window.Hidden[^width..^(width - 16)], expected.hidden_last_token).Should().OnlyContain(d => d < Tolerance);
        // A sum of some ten thousand numbers: its error adds up.
        window.Hidden.Sum(h => (double)h).Should().BeApproximately(expected.hidden_sum, 0.01);
        Differences(Enumerable.Range(0, window.Length).Select(window.InCue), expected.cue_probability).Should().OnlyContain(d => d < Tolerance);

        var best = Enumerable.Range(0, window.Length).MaxBy(window.InCue);
        best.Should().Be(expected.best_cue_token);
        Differences(Models.Exact.Roles(window, [best])[0], expected.role_probability_for_best_cue.SelectMany(r => r)).Should().OnlyContain(d => d < Tolerance);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Tags_names_heads_and_relations_are_exactly_the_reference(int example)
    {
        var expected = Reference.All[example];
        var scores = Models.Exact.Words(Encode(expected.text), expected.word_first_piece);
        var heads = scores.Heads();

        heads.Select(h => h + 1).Should().Equal(expected.head);
        heads.Select((head, word) => scores.Relation(word, head)).Should().Equal(expected.deprel);
        heads.Select((_, word) => scores.Tag(word)).Should().Equal(expected.upos);
        heads.Select((_, word) => scores.Name(word)).Should().Equal(expected.name);
    }

    [Fact]
    public void The_shipped_encoder_stays_near_the_exact_one()
    {
        foreach (var expected in Reference.All)
        {
            var window = Models.Shipped.Encode(Split(expected.text).ToArray());
            Differences(Enumerable.Range(0, window.Length).Select(window.InCue), expected.cue_probability).Should().OnlyContain(d => d < 0.2);
            Enumerable.Range(0, window.Length).MaxBy(window.InCue).Should().Be(expected.best_cue_token);
        }
    }

    private static List<Piece> Split(string text) => Models.Exact.Pieces.Split(text, new TextSpan(0, text.Length));

    private static EncodedWindow Encode(string text) => Models.Exact.Encode(Split(text).ToArray());

    private static List<double> Differences(IEnumerable<float> found, IEnumerable<double> expected) =>
        found.Zip(expected, (f, e) => Math.Abs(f - e)).ToList();

#pragma warning disable IDE1006 // The names are those of the file.
    private sealed record Reference(
        string text, int[] token_ids, int[][] offsets, int[] @case, double[] hidden_first_token, double[] hidden_last_token, double hidden_sum,
        double[] cue_probability, int best_cue_token, double[][] role_probability_for_best_cue, string[] words, int[] word_first_piece,
        string[] upos, int[] head, string[] deprel, string[] name)
    {
        public static Reference[] All { get; } =
            JsonSerializer.Deserialize<Reference[]>(File.ReadAllBytes(Path.Combine(Models.ExactFolder, "reference.json")))!;
    }
#pragma warning restore IDE1006
}
