using System.Text;

namespace ClaimsDesk.Extraction.Tests.Claims;

/// <summary>Texts that once were slow or could break something, each long enough for several windows, among sentences that make claims.</summary>
public sealed class OddTextSweep
{
    private const string Report = "The mayor said on Monday that the bridge was closed because the police had asked for it to be so. ";

    private static readonly Dictionary<string, string> Odd = new()
    {
        ["an address of a whole page"] = "https://example.org/" + Repeat("a-b_c/d?e=f&g=%20h.html", 700),
        ["a word without end"] = Repeat("abcdefghij", 1500),
        ["a picture in the text"] = "data:image/png;base64," + Repeat("iVBORw0KGgo+/=", 1000),
        ["marks with spaces"] = Among(Random(["“", "”", ",", "-", "(", ")", "*", "'", "‘", "’"], 800, " "), 60),
        ["marks without spaces"] = Random([".", ",", "!", "-", "?", ":", ";", "(", ")", "\"", "'", "*"], 3000),
        ["a sentence of fifteen hundred words"] = "The mayor said that " + Random(["the", "bridge", "of", "said", "he", "Ana", "Ruiz", "and", "told", "told,"], 1500, " ") + ".",
        ["nested quotations"] = Repeat("“he said ‘", 300) + Repeat("’”", 300),
        ["quotations that never close"] = Repeat("‘He said “so. ", 300),
        ["hyphens"] = Repeat("-", 3000) + " " + Repeat("re-", 300) + " " + Among(Repeat("- ", 400), 40),
        ["dots"] = Among(Repeat(". ", 400), 40) + Repeat(".", 3000),
        ["random code units"] = Among(RandomUnits(2000), 40),
        ["unpaired surrogates"] = Among(Random(["\uD83D", "\uDE00", "a", " ", "“", "said"], 800), 40),
        ["emoji"] = Among(Random(["👩‍👩‍👧‍👦", "🇺🇸", "👍🏽", " ", "! "], 150), 41),
        ["text from right to left"] = Among(Random(["العربية ", "\u202Eabc ", "עברית ", ". "], 200), 40),
        ["Hangul"] = Among(Random(["한국어", "말", " ", "."], 300), 40),
        ["Chinese"] = Among(Random(["中文新闻", "他说", "。", "，"], 300), 40),
        ["accents piled up"] = "a" + Repeat("\u0301", 3000) + " " + Among(Repeat("e\u0301\u0302 ", 300), 41),
        ["control characters"] = Among(Random(["\0", "\u0001", "\u200B", "\uFEFF", "\u0085", "\u2028", "\v", "\f", "a"], 800), 40),
        ["space"] = Repeat(" \t\u00A0", 3000) + Repeat("\r\n \n\r", 1000),
    };

    /// <summary>Names only: the texts themselves would break the logs of the test runner.</summary>
    public static TheoryData<string> Texts => [.. Odd.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_holds_for_any_text_holds_for(string what)
    {
        var odd = Odd[what];
        var page = $"The mayor closed the bridge\n\nMonday 5 August 2024\n\n{Report}\n\nThe mayor also said: {odd}\n\n{Report}{Report}";

        ClaimInvariants.Check(page).Should().NotBeEmpty("it must not hide the claims around it");
        ClaimInvariants.Check(odd);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Random(string[] parts, int count, string between = "")
    {
        var random = new Random(count);
        return string.Join(between, Enumerable.Range(0, count).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static string RandomUnits(int count)
    {
        var random = new Random(count);
        return string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(6) == 0 ? ' ' : (char)random.Next(char.MaxValue)));
    }

    /// <summary>Pieces of an odd text between sentences, so that it is not left aside as a text in another language.</summary>
    private static string Among(string odd, int every) =>
        string.Concat(Enumerable.Range(0, (odd.Length + every - 1) / every).Select(i => string.Concat(odd.AsSpan(i * every, Math.Min(every, odd.Length - i * every)), " ", Report)));
}
