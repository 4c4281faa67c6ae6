using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>The tellers of a claim, outermost first: the publisher, the outlet it was told to, the sources of the claims it stands in, its own source.</summary>
internal sealed class Chains(ArticleReading reading)
{
    /// <summary>The name of a publisher that the text does not name.</summary>
    public const string Article = "article";

    private readonly Dictionary<Referent, ChainHop> _outletOf = [];

    /// <summary>Notes through which outlet each draft was told, parents before their children.</summary>
    public void FindOutlets(IReadOnlyList<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (Outlet(draft) is not { } hop) continue;
            draft.Through.Add(hop);
            if (draft.Teller.Who is { IsInformant: true } group) _outletOf.TryAdd(group, hop);
        }
    }

    /// <summary>The chain of a draft whose parents have theirs.</summary>
    public IReadOnlyList<ChainHop> Of(Draft draft, Func<Draft, IReadOnlyList<ChainHop>> chainOf)
    {
        var chain = new List<ChainHop>();
        // A report that somebody denies or fears is not told by him.
        if (draft.Parent is { } parent) chain.AddRange(draft.Teller.Kind == SourceKind.Unspecified && draft.CueWord?.Tag == "NOUN" ? chainOf(parent).SkipLast(1) : chainOf(parent));
        else chain.Add(new ChainHop(reading.Article.Publisher ?? Article, SourceKind.Outlet, [], []));
        if (draft.Through.Count > 0) chain.AddRange(draft.Through.Where(hop => chain.TrueForAll(h => h.Name != hop.Name)));
        // Who told an outlet once speaks through it in the rest of the story.
        else if (draft.Teller.Who is { } who && _outletOf.TryGetValue(who, out var hop) && chain.TrueForAll(h => h.Name != hop.Name)) chain.Add(hop with { Source = [], Cue = [] });
        var own = new ChainHop(draft.Teller.Names[0], draft.Teller.Kind, draft.Source, draft.Cue);
        chain.RemoveAll(h => h.Name == own.Name && h.Source.Count == 0 && h.Name != Article);
        chain.Add(own);
        return chain;
    }

    /// <summary>"told Reuters", "in a statement to NTB", "wrote in an analysis published on the X website".</summary>
    private ChainHop? Outlet(Draft draft)
    {
        if (draft.Relayer.Count > 0 && !IsPublisher(draft.Relayer[0]) && reading.Cast.In(draft.Relayer[0]).FirstOrDefault(m => m.Who.Kind is ActorKind.Outlet) is { } relayer) return Hop(relayer, draft);
        if (draft.CueWord is not { } cue) return null;
        var sentence = reading.Sentences[draft.Sentence];
        if (Quoting(sentence, draft) is { } quoting) return Hop(quoting, draft);
        foreach (var mention in reading.Cast.In(sentence.Span))
        {
            if (mention.Who.Kind != ActorKind.Outlet || mention.Who.Class != SpeakerClass.None || mention.Who == draft.Teller.Who || IsPublisher(mention.Span)) continue;
            if (draft.Content.Any(c => c.Overlaps(mention.Span)) || !(HangsOn(sentence, mention.Head, cue) || IsToldTo(draft, mention))) continue;
            return Hop(mention, draft);
        }
        return null;
    }

    /// <summary>"This newspaper has learned from …": the publisher, who stands first in every chain.</summary>
    private bool IsPublisher(TextSpan relayer) => reading.Text[relayer].Split(' ') is [var first, ..] && first.ToUpperInvariant() is "THIS" or "OUR" or "WE";

    /// <summary>"Peter Krog, whom Reuters quoted": the outlet whose clause hangs on the source.</summary>
    private Mention? Quoting(Sentence sentence, Draft draft) =>
        reading.Cast.In(sentence.Span).FirstOrDefault(m => m.Who.Kind == ActorKind.Outlet && m.Who != draft.Teller.Who && m.Head.Relation == "nsubj"
            && sentence.HeadOf(m.Head) is { Relation: "acl" } verb && reading.English.Is("citing", verb.Text)
            && sentence.AncestorsOf(verb).Any(noun => draft.Source.Any(s => s.Contains(noun.Span))));

    private static ChainHop Hop(Mention outlet, Draft draft) =>
        new(outlet.Who.Name, outlet.Who.IsAgency ? SourceKind.Agency : SourceKind.Outlet, [outlet.Span], draft.Cue);

    /// <summary>"told the agency that …", where the tree of a long sentence has it elsewhere: nothing stands between.</summary>
    private bool IsToldTo(Draft draft, Mention outlet) =>
        draft.Reporting is { } verb && reading.English.Is("hearer", verb.Lemma) && outlet.Span.Start - draft.CueHull.End is >= 0 and <= 2;

    private static bool HangsOn(Sentence sentence, Word word, Word cue)
    {
        if (word.Head == cue.Index) return word.Relation is "obj" or "iobj" or "obl" or "nsubj";
        return sentence.AncestorsOf(word).Take(4).Any(a => a == cue) && word.Relation is "nmod" or "obl" or "compound";
    }
}
