using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>"The Portuguese president", "the Harvest leader", "the envoy": a person whom the article names elsewhere, or one it never names.</summary>
internal static class PersonDescriptions
{
    private static readonly Dictionary<string, HashSet<string>> Offices = WordTable.Rows("offices.tsv", 2)
        .ToDictionary(r => r[0], r => r[1].Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    private const int SentencesBack = 40;

    /// <summary>Whom the phrase speaks of.</summary>
    public static Referent? Of(SourceText text, NounPhrase phrase, SpeakerNoun noun, int sentence, bool isSummary, List<Mention> named, Cast cast)
    {
        // A headline leaves "the" out.
        var isDefinite = phrase.IsDefinite || (isSummary && phrase.Words.Count == 1);
        var owners = named.Where(m => phrase.Span.Contains(m.Span)).Select(m => m.Who).Where(r => !r.IsPerson).ToList();
        var state = owners.Select(r => r.Kind == ActorKind.State ? r.Name : r.State).OfType<string>().FirstOrDefault();
        if (isDefinite || owners.Count > 0)
        {
            // Who bears the very title may be named later; who only has an office that may be meant must have been named.
            var known = cast.Before(phrase.Span.Start, sentence, SentencesBack).Select(m => m.Who).ToHashSet();
            var byRole = cast.Referents.FirstOrDefault(r => r.IsPerson && !r.IsInformant && Plays(r, noun, owners, state, isSummary || owners.Count > 0 || known.Contains(r)));
            if (byRole is not null) return byRole;
            if (isDefinite && phrase.After.All(w => w.Tag == "PUNCT"))
            {
                if (owners.Count == 0 && Unnamed(phrase, noun, sentence, cast) is { } unnamed) return unnamed;
                var near = cast.Before(phrase.Span.Start, sentence, 2).Select(m => m.Who).FirstOrDefault(r => Fits(r, noun, state));
                if (near is not null) return near;
            }
        }
        return New(text, phrase, noun, state, owners, cast);
    }

    /// <summary>"A field commander said … The commander said …": the same, though he is never named.</summary>
    private static Referent? Unnamed(NounPhrase phrase, SpeakerNoun noun, int sentence, Cast cast) =>
        cast.Before(phrase.Span.Start, sentence, 6).Select(m => m.Who).FirstOrDefault(r => r is { IsPerson: true, IsInformant: true, IsPlural: false } && r.Noun == noun.Lemma);

    private static bool Plays(Referent person, SpeakerNoun noun, List<Referent> owners, string? state, bool byOffice)
    {
        if (state is not null && person.State is not null && person.State != state) return false;
        foreach (var role in person.Roles)
        {
            if (!Means(role, noun.Lemma, byOffice)) continue;
            // "The Harvest leader" must be a leader of Harvest; "the president" may be any president.
            if (owners.TrueForAll(o => Serves(person, role, o))) return true;
        }
        return false;
    }

    private static bool Serves(Referent person, string role, Referent owner) =>
        owner.Kind == ActorKind.State ? person.State == owner.Name
            : owner.Names.Any(n => role.Contains(n, StringComparison.OrdinalIgnoreCase)) || (owner.State is not null && person.State == owner.State);

    /// <summary>A president is a leader, and "the judge" is the one called Justice.</summary>
    private static bool Means(string role, string noun, bool byOffice)
    {
        var words = role.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Where((word, i) => string.Equals(word, noun, StringComparison.OrdinalIgnoreCase)
            || (byOffice && Offices.TryGetValue(noun, out var same) && same.Contains(word) && !(noun == "leader" && HeadsAPart(words, i)))).Any();
    }

    /// <summary>"political bureau chief", "police head": of a part, and not the leader; "the Harvest chief" is.</summary>
    private static bool HeadsAPart(string[] words, int at) => words[at].ToLowerInvariant() is "chief" or "head" && at > 0 && char.IsLower(words[at - 1][0]);

    private static bool Fits(Referent person, SpeakerNoun noun, string? state) =>
        person.IsPerson && !person.IsInformant && (state is null || person.State is null || person.State == state)
        && (noun.Gender == Gender.Unknown || person.Gender == Gender.Unknown || noun.Gender == person.Gender);

    private static Referent New(SourceText text, NounPhrase phrase, SpeakerNoun noun, string? state, List<Referent> owners, Cast cast)
    {
        var words = phrase.Words.SkipWhile(w => w.Tag is "DET" && w.Index < phrase.Head.Index && w.Text.Length > 1 && w.Text.ToUpperInvariant() is not ("ANOTHER" or "AN")).ToList();
        var printed = CastReader.OneLine(text[new TextSpan(words[0].Span.Start, phrase.Span.End)]);
        if (words[0].Tag == "DET") printed = char.ToLowerInvariant(printed[0]) + printed[1..];
        var existing = cast.Referents.FirstOrDefault(r => string.Equals(r.Name, printed, StringComparison.OrdinalIgnoreCase));
        if (existing is not null && phrase.IsDefinite) return existing;
        var isSpokesman = noun.Lemma.StartsWith("spokes", StringComparison.Ordinal);
        return cast.Add(new Referent(printed, ActorKind.Person)
        {
            IsInformant = true,
            Class = isSpokesman && owners.Count > 0 ? SpeakerClass.Body : noun.Class,
            Noun = noun.Lemma,
            IsPlural = noun.IsPlural,
            Count = 1,
            Gender = noun.Gender,
            State = state,
            Affiliation = owners.Count > 0 ? owners[0].Name : null,
        });
    }
}
