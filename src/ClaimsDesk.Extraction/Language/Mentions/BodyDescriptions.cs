using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>"Finland's Defense Ministry", "the ministry", "the Greek regime", "the party": bodies, states and groups that a noun stands for.</summary>
internal sealed class BodyDescriptions(English english)
{
    /// <summary>What the phrase speaks of.</summary>
    public Referent? Of(SourceText text, NounPhrase phrase, SpeakerNoun noun, int sentence, List<Mention> named, Cast cast, string? home)
    {
        // A report is told of, it is not one of the cast.
        if (noun.Class == SpeakerClass.Document) return null;
        var inside = named.Where(m => phrase.Span.Contains(m.Span)).ToList();
        // "The Space Agency" is none of the press; "the news agency" is, and so may "the agency" be.
        if (noun is { Class: SpeakerClass.Press, Lemma: "agency" } && phrase.Before.Any(w => w.Tag is "NOUN" or "PROPN" or "ADJ") && !phrase.Before.Any(w => english.Is("agency-kind", w.Text)) && !named.Exists(m => m.Who.Kind == ActorKind.Outlet && phrase.Span.Contains(m.Span)))
            noun = noun with { Class = SpeakerClass.Body };
        if (noun.Class == SpeakerClass.Press && OutletIn(text, phrase, inside) is { } outlet) return outlet;
        if (NamedBeside(phrase, inside) is { } beside) return beside;
        var state = inside.Where(m => m.Who.Kind == ActorKind.State && m.Span.End <= phrase.Head.Span.End + 40).Select(m => m.Who).FirstOrDefault();
        var content = phrase.Words.Where(w => w != phrase.Head && w.Tag is "NOUN" or "PROPN" or "ADJ" or "VERB" && !inside.Exists(m => m.Span.Contains(w.Span) && m.Who.Kind == ActorKind.State)).ToList();
        if (content.Count == 0 && GovernmentOf(noun, state, inside, cast) is { } government) return government;
        if (noun.Class == SpeakerClass.State) return phrase.IsDefinite && content.Count == 0 ? Nearest(cast, phrase, sentence, 3, r => r.Kind == ActorKind.State) : null;
        if (content.Count == 0 && inside.Count == 0 && phrase.IsDefinite) return PointsBack(cast, phrase, noun, sentence) ?? New(text, phrase, noun, null, cast);
        // "movements by troops", "both parties" are no groups of their own.
        if (noun is { Class: SpeakerClass.Group, IsPlural: true } && noun.Lemma is "movement" or "party") return null;
        if (noun.Class is SpeakerClass.Group && !inside.Exists(m => m.Who.Kind == ActorKind.State) && content.Count == 0) return null;
        var owner = state ?? (noun.Class == SpeakerClass.Body && phrase.IsDefinite && inside.Count == 0 && noun.Lemma is "ministry" && home is not null ? cast.State(home) : null);
        return Same(cast, phrase, noun, owner, content) ?? New(text, phrase, noun, owner, cast);
    }

    /// <summary>"The Le Monde website", "Norway's NTB news agency": what the noun only explains.</summary>
    private static Referent? OutletIn(SourceText text, NounPhrase phrase, List<Mention> inside)
    {
        var name = inside.FindLast(m => m.Who.Kind is ActorKind.Outlet or ActorKind.Organisation && m.Use == NameUse.Name && m.Span.End <= phrase.Head.Span.Start);
        if (name is null || name.Who.Class != SpeakerClass.None) return null;
        if (name.Who.Kind == ActorKind.Organisation && name.Who.State is null) name.Who.Kind = ActorKind.Outlet;
        if (name.Who.Kind != ActorKind.Outlet) return null;
        name.Who.AlsoCalled(CastReader.OneLine(text[new TextSpan(name.Span.Start, phrase.Head.Span.End)]), keep: true);
        return name.Who;
    }

    /// <summary>"the party “Harvest”": the name right after the noun is whose the noun is.</summary>
    private static Referent? NamedBeside(NounPhrase phrase, List<Mention> inside)
    {
        var next = phrase.After.SkipWhile(w => w.Text is "“" or "\"" or "‘").FirstOrDefault();
        return next is null ? null : inside.Find(m => m.Span.Start == next.Span.Start && m.Who.Kind is ActorKind.Organisation or ActorKind.ArmedGroup)?.Who;
    }

    /// <summary>"The Greek government", "Greece's regime", "the Dublin government" are the state; "the Khalil regime" is his.</summary>
    private Referent? GovernmentOf(SpeakerNoun noun, Referent? state, List<Mention> inside, Cast cast)
    {
        if (!english.Is("government", noun.Lemma)) return null;
        if (state is not null && inside.Count == 1) return noun.Lemma == "administration" ? null : state;
        if (noun.Lemma == "leadership" && inside is [{ Who.Kind: ActorKind.ArmedGroup or ActorKind.Organisation or ActorKind.State }]) return inside[0].Who;
        return noun.Lemma == "regime" && inside.Count == 1 && inside[0].Who is { IsPerson: true, State: { } his } ? cast.State(his) : null;
    }

    /// <summary>"The council", "the party", "the newspaper": the nearest that it can be.</summary>
    private Referent? PointsBack(Cast cast, NounPhrase phrase, SpeakerNoun noun, int sentence) => noun.Class switch
    {
        SpeakerClass.Press => Nearest(cast, phrase, sentence, 6, r => r.Kind == ActorKind.Outlet || (r.Noun == noun.Lemma && r.Kind == ActorKind.Organisation)),
        SpeakerClass.Group => Nearest(cast, phrase, sentence, 6, r => r.Noun == noun.Lemma && r.Kind is ActorKind.ArmedGroup or ActorKind.Organisation && r.IsPlural == noun.IsPlural)
            ?? (noun.IsPlural ? null : Nearest(cast, phrase, sentence, 6, r => r.Kind == ActorKind.ArmedGroup)),
        _ => Nearest(cast, phrase, sentence, 12, r => r.Noun == noun.Lemma && r.Kind is ActorKind.Organisation or ActorKind.ArmedGroup && !r.IsInformant)
            ?? (english.Is("any-body", noun.Lemma) ? Nearest(cast, phrase, sentence, 3, r => r is { Kind: ActorKind.Organisation, Class: SpeakerClass.None, Noun: "", IsInformant: false, State: null }) : null),
    };

    private static Referent? Nearest(Cast cast, NounPhrase phrase, int sentence, int back, Func<Referent, bool> fits) =>
        cast.Before(phrase.Span.Start, sentence, back).Select(m => m.Who).FirstOrDefault(fits);

    private Referent? Same(Cast cast, NounPhrase phrase, SpeakerNoun noun, Referent? owner, List<Word> content)
    {
        if (english.Is("soldiery", noun.Lemma) && owner is not null && content.Count == 0)
            return cast.Referents.FirstOrDefault(r => english.Is("soldiery", r.Noun) && r.State == owner.Name && r.Class == SpeakerClass.Body);
        var words = content.Select(w => w.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return cast.Referents.FirstOrDefault(r => r.Noun == noun.Lemma && r.Class == noun.Class && words.Count > 0
            && (r.State == owner?.Name || owner is null || r.State is null) && r.Modifiers.SetEquals(words));
    }

    private Referent New(SourceText text, NounPhrase phrase, SpeakerNoun noun, Referent? owner, Cast cast)
    {
        var kind = noun.Class switch { SpeakerClass.Press => ActorKind.Outlet, SpeakerClass.Group => noun.Lemma is "party" ? ActorKind.Organisation : ActorKind.ArmedGroup, _ => ActorKind.Organisation };
        var body = new Referent(Canonical(text, phrase, owner), kind) { Class = noun.Class, Noun = noun.Lemma, State = owner?.Name, IsPlural = noun.IsPlural };
        body.Modifiers.UnionWith(phrase.Words.Where(w => w != phrase.Head && w.Tag is "NOUN" or "PROPN" or "ADJ" or "VERB" && english.Gazetteer.Find(w.Text)?.Kind != ActorKind.State).Select(w => w.Text));
        body.AlsoCalled(WithoutArticle(text, phrase), keep: true);
        return cast.Add(body);
    }

    /// <summary>"Greece's Foreign ministry" and "the Foreign Ministry" of a story from Athens are filed as "Greek Foreign Ministry".</summary>
    private string Canonical(SourceText text, NounPhrase phrase, Referent? owner)
    {
        var printed = WithoutArticle(text, phrase);
        if (owner is null || phrase.Head.Text.Length < 2 || english.Gazetteer.AdjectiveOf(owner.Name) is not { } adjective) return printed;
        var first = phrase.Words.FirstOrDefault(w => w.Tag != "DET");
        if (first is null || printed.Contains(adjective, StringComparison.Ordinal)) return printed;
        var possessive = printed.IndexOf("'s ", StringComparison.Ordinal) is var at && at >= 0 ? at : printed.IndexOf("’s ", StringComparison.Ordinal);
        if (possessive > 0 && english.Gazetteer.Find(printed[..possessive])?.Canonical == owner.Name) return $"{adjective} {Capitalised(printed[(possessive + 3)..], phrase)}";
        var namesOwner = english.Gazetteer.Find(first.Text)?.Canonical == owner.Name || phrase.After.Any();
        return phrase.Words.Count > 1 && !namesOwner ? $"{adjective} {Capitalised(printed, phrase)}" : printed;
    }

    private static string Capitalised(string name, NounPhrase phrase)
    {
        var head = phrase.Head.Text;
        return char.IsUpper(name[0]) && name.EndsWith(head, StringComparison.Ordinal) && char.IsLower(head[0]) && head == "ministry"
            ? name[..^head.Length] + char.ToUpperInvariant(head[0]) + head[1..] : name;
    }

    /// <summary>Neither what it does, nor a clause on it, nor somebody named beside it.</summary>
    private static bool IsPartOfName(Word word) =>
        word.Tag is not ("VERB" or "AUX" or "PRON") && !word.Name.EndsWith("PER", StringComparison.Ordinal) && word.Text is not ("that" or "“" or "\"" or ",");

    private static string WithoutArticle(SourceText text, NounPhrase phrase)
    {
        // What it does or what is done to it is no part of its name: "the embassy being rebuilt".
        var words = phrase.Words.SkipWhile(w => w.Tag is "DET" or "PUNCT" && w.Index < phrase.Head.Index).TakeWhile(w => w.Index <= phrase.Head.Index || IsPartOfName(w)).ToList();
        while (words.Count > 1 && words[^1].Index > phrase.Head.Index && words[^1].Tag is "PUNCT" or "ADV" or "CCONJ" or "ADP") words.RemoveAt(words.Count - 1);
        var name = CastReader.OneLine(text[new TextSpan(words[0].Span.Start, words[^1].Span.End)]);
        // The capital of a sentence makes no name of "Two firms".
        return words[0] is { Index: < 2, Tag: "NUM", Name: "O" } ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }
}
