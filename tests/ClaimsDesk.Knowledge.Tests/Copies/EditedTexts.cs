using System.Globalization;

namespace ClaimsDesk.Knowledge.Tests.Copies;

/// <summary>
/// Pairs of texts of which it is known whether one is a copy of the other, made by editing real texts as desks and agencies do: some
/// that are to be found, and some that are not. The same every time.
/// </summary>
public sealed class EditedTexts
{
    // What a paraphrase says instead: a word, then one or more others for it.
    private static readonly Dictionary<string, string[]> OtherWords = """
        said: stated, told reporters, noted
        told: informed, let
        that: how
        the: this, that
        a: one, some
        an: one
        and: as well as, along with
        to: so as to, towards
        in: within, inside
        on: upon
        of: belonging to
        at: near
        as: while
        was: had been
        were: had been
        is: remains
        are: remain
        had: did have
        has: does have
        have: do have
        with: together with
        from: out of
        by: through
        for: on behalf of
        not: by no means
        would: was going to
        will: is going to
        it: this
        its: their
        after: following
        but: yet
        who: that
        """.Split('\n').Select(line => line.Split(": ")).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Split(", "), StringComparer.OrdinalIgnoreCase);

    private readonly Random _random = new(20_241_125);
    private readonly IReadOnlyList<string[]> _texts;

    /// <param name="texts">Real texts, paragraph by paragraph.</param>
    public EditedTexts(IReadOnlyList<string[]> texts) => _texts = texts;

    /// <summary>What a desk does to a text of an agency or of its own, and the text is the same all the same.</summary>
    public IEnumerable<(string Edit, string One, string Other)> Copies()
    {
        foreach (var text in _texts)
        {
            yield return ("as it is", Join(text), Join(text));
            yield return ("another headline and byline", Join(["Morning briefing", .. text]), Join(["What we know so far", "By our correspondent", .. text]));
            yield return ("cut from the end by a third", Join(text), Join(text[..(text.Length * 2 / 3)]));
            yield return ("cut to its first half", Join(text), Join(text[..((text.Length + 1) / 2)]));
            yield return ("two paragraphs dropped", Join(text), Join(Without(text, 2)));
            yield return ("paragraphs in another order", Join(text), Join(text.OrderBy(_ => _random.Next())));
            yield return ("two paragraphs brought up to date", Join(text), Join(Updated(text, 2)));
            yield return ("one word in fifteen changed", Join(text), Join(text.Select(p => Reworded(p, 15))));
            yield return ("one word in eight changed", Join(text), Join(text.Select(p => Reworded(p, 8))));
            yield return ("cut to its first quarter", Join(text), Join(text[..((text.Length + 3) / 4)]));
            yield return ("cut by half, reordered and brought up to date", Join(text), Join(Updated([.. text[..((text.Length + 1) / 2)].Reverse()], 2)));
            yield return ("with two paragraphs of background from elsewhere", Join(text), Join(text.Concat(Other(text)[..2])));
            yield return ("typography of another system", Join(text), Join(text).Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace("–", "--", StringComparison.Ordinal).ToUpperInvariant());
        }
    }

    /// <summary>What is not the same text, however much it speaks of the same.</summary>
    public IEnumerable<(string Edit, string One, string Other)> Others()
    {
        foreach (var text in _texts)
        {
            yield return ("told in other words", Join(text), Join(text.Select(p => Reworded(p, 1))));
            yield return ("one paragraph quoted in another article", Join(text), Join(Other(text).Append(text[text.Length / 2])));
            yield return ("the two halves of one article", Join(text[..(text.Length / 2)]), Join(text[(text.Length / 2)..]));
            foreach (var other in _texts.Where(t => t != text)) yield return ("another article", Join(text), Join(other));
        }
    }

    private string[] Other(string[] text) => _texts[(_texts.ToList().IndexOf(text) + 1) % _texts.Count];

    private IEnumerable<string> Without(string[] text, int count)
    {
        var dropped = Enumerable.Range(0, text.Length).OrderBy(_ => _random.Next()).Take(Math.Min(count, text.Length / 4)).ToHashSet();
        return text.Where((_, i) => !dropped.Contains(i));
    }

    private IEnumerable<string> Updated(string[] text, int count)
    {
        var changed = Enumerable.Range(0, text.Length).OrderBy(_ => _random.Next()).Take(Math.Min(count, text.Length / 4)).ToHashSet();
        return text.Select((p, i) => changed.Contains(i) ? string.Create(CultureInfo.InvariantCulture, $"The toll has since risen to {_random.Next(100)}, an official added on day {i}. {Reworded(p, 2)}") : p);
    }

    // Every so-manyth word, and of those that have them another one; the others are moved, as a paraphrase does.
    private string Reworded(string paragraph, int every)
    {
        var words = paragraph.Split(' ').ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (i % every != 0) continue;
            if (OtherWords.TryGetValue(words[i], out var others)) words[i] = others[_random.Next(others.Length)];
            else if (every > 2) words[i] += "ly";
            else if (i > 0 && i % 3 == 0) (words[i], words[i - 1]) = (words[i - 1], words[i]);
        }
        return string.Join(' ', words);
    }

    private static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);
}
