using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whom a content speaks of, and where it plays.</summary>
internal sealed class ContentActors(ArticleReading reading)
{
    private readonly Pronouns _pronouns = new(reading);

    /// <summary>Canonical names, in order, each once.</summary>
    public (IReadOnlyList<string> Actors, IReadOnlyList<string> Places) Of(Draft draft)
    {
        var actors = new List<(int At, Referent Who)>();
        var places = new List<string>();
        foreach (var mention in draft.Content.SelectMany(reading.Cast.In))
        {
            if (IsPlace(mention)) places.Add(mention.Use == NameUse.Seat ? CastReader.OneLine(reading.Text[mention.Span]) : mention.Who.Name);
            else if (mention.Who.Kind != ActorKind.Place && IsSomebody(mention.Who)) actors.Add((mention.Span.Start, mention.Who));
        }
        foreach (var (word, sentence) in Pronounced(draft))
        {
            if (_pronouns.Who(word, sentence) is { } who && who.Kind != ActorKind.Place && IsSomebody(who)) actors.Add((word.Span.Start, who));
        }
        return ([.. actors.OrderBy(a => a.At).Select(a => a.Who.Name).Distinct()], [.. places.Distinct()]);
    }

    /// <summary>Whoever has a name or belongs to somebody: "Danish factions", not "teams".</summary>
    private static bool IsSomebody(Referent who) =>
        who.Class == SpeakerClass.None || (who.IsNamed && ((who.State is not null && who.Class != SpeakerClass.Press) || !who.IsInformant));

    private IEnumerable<(Word Word, int Sentence)> Pronounced(Draft draft)
    {
        foreach (var span in draft.Content)
        {
            for (var number = Math.Max(0, reading.SentenceAt(span.Start)); number < reading.Sentences.Count && reading.Sentences[number].Span.Start < span.End; number++)
            {
                foreach (var word in reading.Sentences[number].WordsIn(span))
                {
                    if (word.Relation is "nsubj" && Pronouns.IsPronoun(word)) yield return (word, number);
                }
            }
        }
    }

    /// <summary>"in Athens", "on his Athens visit", "near the border with Spain": where, not who.</summary>
    private bool IsPlace(Mention mention)
    {
        if (mention.Who.Kind == ActorKind.Place) return true;
        if (mention.Who.Kind != ActorKind.State || mention.Use == NameUse.People) return false;
        var sentence = reading.Sentences[mention.Sentence];
        var preposition = sentence.ChildrenOf(mention.Head).FirstOrDefault(w => w.Relation == "case" && w.Index < mention.Head.Index)?.Text;
        if (preposition is not null) return reading.English.Is("place", preposition) && (mention.Use == NameUse.Seat || preposition != "to" && preposition != "on" && preposition != "over");
        var governor = sentence.HeadOf(mention.Head);
        return mention.Use == NameUse.Seat && mention.Head.Relation is "obj" or "compound" && governor is not null
            && reading.English.Is("visiting", governor.Text);
    }
}
