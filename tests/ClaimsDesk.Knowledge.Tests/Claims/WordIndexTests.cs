using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Tests.Claims;

/// <summary>What the index lists is what looking through the texts one by one finds.</summary>
public sealed class WordIndexTests
{
    // Few words, so that phrases and repeated words are frequent; texts and gaps between keys long enough for numbers of several bytes.
    private static readonly string[] Words = ["the", "the", "the", "old", "bridge", "bridges", "of", "ferry", "far"];

    private readonly Dictionary<int, List<SearchWord>> _texts = [];
    private readonly WordIndex _index = new();

    public WordIndexTests()
    {
        var (chance, claim) = (new Random(3), 0);
        for (var i = 0; i < 6_000; i++)
        {
            claim += i % 1000 == 0 ? 40_000 : 1 + chance.Next(3);
            var length = i % 500 == 0 ? 400 : chance.Next(8);
            // Rare words, long after one another.
            var text = string.Join(' ', Enumerable.Range(0, length).Select(_ => chance.Next(900) == 0 ? $"ferry{chance.Next(200)}" : Words[chance.Next(Words.Length)]));
            _texts[claim] = [.. SearchWords.Of(text)];
            _index.Add(claim, text);
            if (i == 3_000) _index.Trim();
        }
    }

    [Theory]
    [InlineData("the", false)]
    [InlineData("bridge", false)]
    [InlineData("bridge", true)]
    [InlineData("nothing", false)]
    [InlineData("f", true)]
    [InlineData("the old", false)]
    [InlineData("the the the", false)]
    [InlineData("old bri", true)]
    [InlineData("the old fer", true)]
    [InlineData("ferry1", true)]
    [InlineData("nothing of", false)]
    [InlineData("of nothing", true)]
    public void Words_phrases_and_beginnings_are_found_wherever_they_stand(string words, bool isPrefix)
    {
        var term = new SearchTerm(SearchField.Content, words.Split(' '), isPrefix);
        var found = new KeySet();
        _index.Find(term, found);

        var keys = new List<int>();
        foreach (var claim in found) keys.Add(claim);
        keys.Should().Equal(_texts.Where(text => term.Marks(text.Value).Any()).Select(text => text.Key));
        (keys.Count > 0).Should().Be(!words.Contains("nothing", StringComparison.Ordinal));
    }
}
