using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// One who tells through another: "the paper has learned from sources that …", "the agency cited officials as saying …". The
/// source is whom it was learned from or who is cited; the paper is a hop of the chain.
/// </summary>
internal static class Relays
{
    /// <summary>Gives drafts whose cue relays the source behind it, and keeps who relayed it.</summary>
    /// <returns>The drafts that are claims: of "cited officials as saying …" one, and none of "citing two officials".</returns>
    public static IReadOnlyList<Draft> Unfold(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var gone = new HashSet<Draft>();
        var children = drafts.Where(d => d.Parent is not null).ToLookup(d => d.Parent);
        foreach (var draft in drafts)
        {
            var sentence = reading.Sentences[draft.Sentence];
            if (Cited(reading, sentence, draft) is { } cited)
            {
                if (children[draft].FirstOrDefault(d => d.Cue.SelectMany(sentence.WordsIn).Any(w => reading.English.Is("saying", w.Text))) is { } telling)
                {
                    (telling.Relayer, telling.Source) = (draft.Source, [cited]);
                    gone.Add(draft);
                }
                else if (AfterSaying(reading, sentence, draft, cited) is { Count: > 0 } told) (draft.Relayer, draft.Source, draft.Content) = (draft.Source, [cited], told);
                else gone.Add(draft);
                continue;
            }
            if (Behind(reading, sentence, draft) is not { } behind || draft.Source.Any(s => s.Overlaps(behind))) continue;
            draft.Relayer = draft.Source;
            draft.Source = [behind];
            if (draft.Content[0].Overlaps(behind) && behind.End < draft.Content[0].End)
                draft.Content = ContentShape.Clean(reading, [draft.Content[0] with { Start = behind.End }, .. draft.Content.Skip(1)], draft.Cue, [], null) is { Count: > 0 } rest ? rest : draft.Content;
        }
        foreach (var draft in drafts.Where(d => d.Parent is not null && !gone.Contains(d))) draft.Parent = Surviving(draft.Parent, gone);
        return gone.Count == 0 ? drafts : [.. drafts.Where(d => !gone.Contains(d))];
    }

    private static Draft? Surviving(Draft? parent, HashSet<Draft> gone)
    {
        while (parent is not null && gone.Contains(parent)) parent = parent.Parent;
        return parent;
    }

    /// <summary>"cited officials": who is cited, where the model took it for the content.</summary>
    private static TextSpan? Cited(ArticleReading reading, Sentence sentence, Draft draft)
    {
        if (draft.Cue.Count == 0 || draft.Cue.SelectMany(sentence.WordsIn).LastOrDefault(w => w.Tag != "PUNCT") is not { Tag: "VERB" } cue || !reading.English.Is("citing", cue.Text)) return null;
        var whom = sentence.ChildrenOf(cue).FirstOrDefault(c => c.Relation == "obj" && c.Index > cue.Index && draft.Holds(c.Span));
        if (whom is null || draft.Content[0].Start < cue.Span.End || !Tells(reading, sentence, whom)) return null;
        return whom.Tag == "PROPN" && !reading.Cast.In(draft.Content[0]).Any(m => m.Span.Contains(whom.Span) && m.Who.Kind is not ActorKind.Place) ? null : Clean(reading, sentence, whom);
    }

    private static IReadOnlyList<TextSpan> AfterSaying(ArticleReading reading, Sentence sentence, Draft draft, TextSpan cited)
    {
        var saying = sentence.Words.FirstOrDefault(w => w.Span.Start >= cited.End && reading.English.Is("saying", w.Text));
        return saying is null || !draft.Holds(saying.Span) ? [] : ContentShape.Clean(reading, [draft.Content[^1] with { Start = saying.Span.End }], draft.Cue, [], null);
    }

    private static TextSpan? Behind(ArticleReading reading, Sentence sentence, Draft draft)
    {
        foreach (var word in draft.Cue.SelectMany(sentence.WordsIn))
        {
            if (reading.English.Is("learning", word.Text)) return From(sentence, word) is { } noun ? Clean(reading, sentence, noun) : null;
            if (!reading.English.Is("citing", word.Text)) continue;
            var cited = sentence.ChildrenOf(word).FirstOrDefault(c => c.Relation is "obj" or "obl" && c.Index > word.Index && !draft.Holds(c.Span));
            if (cited is not null && Tells(reading, sentence, cited)) return Clean(reading, sentence, cited);
        }
        return null;
    }

    private static Word? From(Sentence sentence, Word verb) =>
        sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation is "obl" or "nmod" && Rules.Clause.Preposition(sentence, c) == "from");

    private static bool Tells(ArticleReading reading, Sentence sentence, Word noun) =>
        reading.English.Speakers.ClassOf(noun.Text) is not (SpeakerClass.None or SpeakerClass.Document) || noun.Tag == "PROPN" || sentence.ChildrenOf(noun).Any(c => reading.English.Speakers.ClassOf(c.Text) == SpeakerClass.Source);

    private static TextSpan Clean(ArticleReading reading, Sentence sentence, Word noun)
    {
        var span = NounPhrase.Around(sentence, noun).Span;
        // "various sources saying": the phrase ends before its own verb.
        var saying = sentence.WordsIn(span).FirstOrDefault(w => w.Index > noun.Index && w.Tag == "VERB" && CueWords.ReportingOf(reading, sentence, w) is not null);
        return saying is null ? span : new TextSpan(span.Start, sentence.Words[saying.Index - 1].Span.End);
    }
}
