using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>
/// Unnamed people who tell. "Two Greek sources" are a group; "the sources" later are the same; "four Greek sources" are
/// others, and so are "a second official" and any group that is brought in without "the".
/// </summary>
internal sealed class InformantGroups(English english)
{
    private static readonly Dictionary<string, int> Numbers = WordTable.Rows("counts.tsv", 2)
        .ToDictionary(r => r[0], r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whom the phrase speaks of: a group met before, or a new one.</summary>
    public Referent Of(SourceText text, NounPhrase phrase, SpeakerNoun noun, int sentence, bool isSummary, List<Mention> named, Cast cast)
    {
        var inside = named.Where(m => phrase.Span.Contains(m.Span)).ToList();
        var modifiers = Modifiers(phrase);
        var count = CountOf(phrase, noun);
        var known = PointsBack(phrase, modifiers) ? Find(phrase, noun, count, inside, sentence, isSummary, cast) : null;
        if (known is not null) return known;

        var belongs = inside.Select(m => m.Who.Kind == ActorKind.State ? m.Who.Name : m.Who.State).OfType<string>().FirstOrDefault();
        var group = new Referent(Canonical(text, phrase), KindOf(phrase, noun, inside, count))
        {
            IsInformant = true,
            Class = noun.Class,
            Noun = noun.Lemma,
            IsPlural = noun.IsPlural,
            Count = count,
            Gender = noun.Gender,
            State = belongs,
            Affiliation = AffiliationOf(text, phrase, inside),
        };
        group.Modifiers.UnionWith(modifiers);
        return cast.Add(group);
    }

    /// <summary>"the sources", "the same sources"; and "sources" alone, once there are some.</summary>
    private bool PointsBack(NounPhrase phrase, HashSet<string> modifiers) =>
        !modifiers.Any(m => english.Is("other-group", m)) && (phrase.IsDefinite || phrase.Words.Count == 1);

    private static Referent? Find(NounPhrase phrase, SpeakerNoun noun, int? count, List<Mention> inside, int sentence, bool isSummary, Cast cast)
    {
        var states = inside.Where(m => m.Who.Kind == ActorKind.State).Select(m => m.Who.Name).ToList();
        var candidates = isSummary ? cast.Referents : cast.Before(phrase.Span.Start, sentence, phrase.IsDefinite ? int.MaxValue / 2 : 6).Select(m => m.Who);
        return candidates
            .FirstOrDefault(r => r.IsInformant && r.Noun == noun.Lemma && NumbersAgree(r, noun, count) && states.TrueForAll(s => r.State == s || r.Affiliation?.Contains(s, StringComparison.Ordinal) == true));
    }

    private static bool NumbersAgree(Referent group, SpeakerNoun noun, int? count)
    {
        if (count is not null && group.Count is not null && noun.IsPlural) return count == group.Count;
        // "local sources … the source": a slip of many reporters, where the number was never given.
        if (group.IsPlural != noun.IsPlural) return group.IsPlural && group.Count is null && noun.Lemma == "source";
        return true;
    }

    private static HashSet<string> Modifiers(NounPhrase phrase) =>
        phrase.Words.Where(w => w != phrase.Head && w.Tag is "ADJ" or "NOUN" or "PROPN" or "VERB" or "DET").Select(w => w.Text.ToLowerInvariant()).ToHashSet();

    private static int? CountOf(NounPhrase phrase, SpeakerNoun noun) => CountIn(phrase, noun.IsPlural);

    /// <summary>The number that a phrase says: "two", "12"; one where it is in the singular; else null.</summary>
    public static int? CountIn(NounPhrase phrase, bool isPlural)
    {
        foreach (var word in phrase.Before)
        {
            if (Numbers.TryGetValue(word.Text, out var number)) return number;
            if (int.TryParse(word.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) && number < 1000) return number;
        }
        return isPlural ? null : 1;
    }

    /// <summary>
    /// "Dutch officials" who are nothing but their state's stand for it; "two senior officials" and "a Swiss official" are
    /// somebody who keeps his name back. People of an outlet speak for the outlet.
    /// </summary>
    private ActorKind KindOf(NounPhrase phrase, SpeakerNoun noun, List<Mention> inside, int? count)
    {
        if (noun.Class == SpeakerClass.PressPeople && inside.Exists(m => m.Who.Kind == ActorKind.Outlet)) return ActorKind.Outlet;
        var bare = phrase.After.All(w => w.Tag == "PUNCT")
            && phrase.Before.All(w => w.Tag is "DET" or "PART" or "PUNCT" || inside.Exists(m => m.Span.Contains(w.Span)) || english.Gazetteer.Find(w.Text) is not null);
        return noun is { Class: SpeakerClass.Official, IsPlural: true } && count is null && inside.Count == 1 && bare ? ActorKind.Organisation : ActorKind.Person;
    }

    private string Canonical(SourceText text, NounPhrase phrase)
    {
        var words = phrase.Words.SkipWhile(w => w.Index < phrase.Head.Index && (w.Text.ToUpperInvariant() is "THE" or "THESE" or "THOSE" or "SAME" or "BOTH" or "THIS" or "THAT" || w.Tag is "PUNCT")).ToList();
        var name = CastReader.OneLine(text[new TextSpan(words[0].Span.Start, phrase.Span.End)]);
        return words[0].Tag is "PROPN" || words[0].Name != "O" || !char.IsUpper(name[0]) || english.Gazetteer.Find(words[0].Text) is not null ? name : LowerFirst(name, words[0]);
    }

    private static string LowerFirst(string name, Word first) =>
        first.Tag is "DET" or "NUM" or "ADJ" or "NOUN" or "ADV" && !first.Text.Skip(1).Any(char.IsUpper) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>"Greek"; "close to Harvest"; "from the Holm administration"; several apart with a semicolon.</summary>
    private static string? AffiliationOf(SourceText text, NounPhrase phrase, List<Mention> inside)
    {
        var parts = inside.Where(m => m.Span.End <= phrase.Head.Span.Start).Select(m => CastReader.OneLine(text[m.Span])).ToList();
        var after = phrase.After.SkipWhile(w => w.Tag == "PUNCT").ToList();
        if (after.Count > 0)
        {
            var first = after[0].Text is "from" or "of" or "in" or "at" or "with" && after.Count > 1 && !(after[0].Text == "with") ? after[1] : after[0];
            parts.Add(CastReader.OneLine(text[new TextSpan(first.Span.Start, phrase.Span.End)]));
        }
        return parts.Count == 0 ? null : string.Join("; ", parts.Distinct());
    }
}
