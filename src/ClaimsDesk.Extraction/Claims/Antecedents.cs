using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// Whom the pronouns of the third person stand for. They are read in order, so that "he … he … his" hands one person on: of those
/// that fit, the near, the subjects, the named and the often mentioned win. Weights were fitted on an annotated corpus of many genres.
/// </summary>
internal sealed class Antecedents
{
    private const int SentencesBack = 6;
    private static readonly double[] Nearness = [2.4, 2.0, 1.3, 0.9, 0.6, 0.4, 0.3];
    private const double Subject = 1.2;
    private const double Pronoun = 0.6;
    private const double ClauseAbove = 0.4;
    private const double ClauseAboveOfThings = 1.2;
    private const double Named = 1.4;
    private const double KnownGender = 0.5;
    private const double EachDoubling = 0.35;
    private const double Most = 1.6;

    private readonly record struct Place(int Start, int Sentence, Word Head, Referent Who, bool IsSubject, bool IsPronoun);

    private readonly ArticleReading _reading;
    private readonly Dictionary<int, Referent> _found = [];
    private readonly List<Place> _places = [];

    /// <summary>Reads all pronouns of an article.</summary>
    public Antecedents(ArticleReading reading)
    {
        _reading = reading;
        var next = 0;
        var mentions = reading.Cast.Mentions;
        for (var number = 0; number < reading.Sentences.Count; number++)
        {
            foreach (var pronoun in reading.Sentences[number].Words.Where(Pronouns.IsThirdPerson))
            {
                for (; next < mentions.Count && mentions[next].Span.Start < pronoun.Span.Start; next++) Note(mentions[next]);
                if (Best(pronoun, number) is not { } who) continue;
                _found[pronoun.Span.Start] = who;
                _places.Add(new Place(pronoun.Span.Start, number, pronoun, who, pronoun.Relation is "nsubj", true));
            }
        }
    }

    /// <summary>Whom a pronoun stands for; null where nobody fits.</summary>
    public Referent? Of(Word pronoun) => _found.GetValueOrDefault(pronoun.Span.Start);

    private void Note(Mention mention)
    {
        if (mention.Use == NameUse.People || (mention.Who.IsInformant && OnlyDescribes(mention))) return;
        _places.Add(new Place(mention.Span.Start, mention.Sentence, mention.Head, mention.Who, mention.IsSubject, false));
    }

    /// <summary>"was a member of the jury", "as professor", "Krog, the leader": said of somebody, nobody else.</summary>
    private bool OnlyDescribes(Mention mention)
    {
        var sentence = _reading.Sentences[mention.Sentence];
        return mention.Head.Relation is "appos" or "xcomp" or "compound" || sentence.ChildrenOf(mention.Head).Any(c => c.Relation == "cop" || (c.Relation == "case" && c.Text is "as" or "like" or "than"));
    }

    private Referent? Best(Word pronoun, int number)
    {
        Place? best = null;
        var most = 0.0;
        for (var i = _places.Count - 1; i >= 0 && _places[i].Sentence >= number - SentencesBack; i--)
        {
            var place = _places[i];
            if (!(Pronouns.Fits(place.Who, pronoun.Text) || CallsThemMany(place, pronoun) || IsPeople(place, pronoun)) || IsOfOneVerb(pronoun, number, place)) continue;
            var above = Pronouns.IsOfThingsOrMany(pronoun) ? ClauseAboveOfThings : ClauseAbove;
            var weight = Weight(place, number) + (IsOfClauseAbove(pronoun, number, place) ? above : 0);
            if (best is null || weight > most) (best, most) = (place, weight);
        }
        return best?.Who;
    }

    /// <summary>"the Danish authorities … they": a state in the words of many.</summary>
    private static bool CallsThemMany(Place place, Word pronoun) =>
        pronoun.Text.StartsWith("the", StringComparison.OrdinalIgnoreCase) && place is { IsPronoun: false, Head: { Tag: "NOUN" } head } && head.Text.EndsWith('s') && !place.Who.IsPerson;

    /// <summary>"The Olmec built … They grew maize", "the Krogs … they": "the" before a bare name makes it a people's or a family's.</summary>
    private bool IsPeople(Place place, Word pronoun)
    {
        if (!pronoun.Text.StartsWith("the", StringComparison.OrdinalIgnoreCase) || !place.Who.IsPerson) return false;
        if (place.IsPronoun) return place.Head.Text.StartsWith("the", StringComparison.OrdinalIgnoreCase);
        var sentence = _reading.Sentences[place.Sentence];
        var speakers = _reading.English.Speakers;
        return place.Head.Tag == "PROPN" && !speakers.IsTitle(place.Head.Text) && speakers.Find(place.Head.Text) is null && place.Head.Index > 0 && sentence.Words[place.Head.Index - 1] is { Tag: "DET" } the && the.Text.Equals("the", StringComparison.OrdinalIgnoreCase)
            && (place.Head.Index + 1 >= sentence.Words.Count || sentence.Words[place.Head.Index + 1].Tag is not ("PROPN" or "NOUN" or "PART"));
    }

    private static double Weight(Place place, int number) =>
        Nearness[number - place.Sentence] + (place.IsSubject ? Subject : 0) + (place.IsPronoun ? Pronoun : 0) + (place.Who.IsInformant ? 0 : Named)
        + (place.Who.Gender != Gender.Unknown ? KnownGender : 0) + Math.Min(Most, EachDoubling * Math.Log2(1 + place.Who.Mentions));

    /// <summary>"Krog said that he …", "the ministry closed its doors": the subject of a verb on which the pronoun's clause hangs.</summary>
    private bool IsOfClauseAbove(Word pronoun, int number, Place place) =>
        place.Sentence == number && place.IsSubject && _reading.Sentences[number].AncestorsOf(pronoun).Any(a => a.Index == place.Head.Head);

    /// <summary>"Krog saw him": whom he saw is not himself.</summary>
    private static bool IsOfOneVerb(Word pronoun, int number, Place place) =>
        place.Sentence == number && place.IsSubject && place.Head.Head == pronoun.Head && pronoun.Relation is "obj" or "iobj" or "obl"
        && !pronoun.Text.EndsWith("self", StringComparison.OrdinalIgnoreCase) && !pronoun.Text.EndsWith("selves", StringComparison.OrdinalIgnoreCase);
}
