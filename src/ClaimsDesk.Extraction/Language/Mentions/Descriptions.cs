using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Reads nouns that stand for somebody, in reading order: "two senior officials", "the ministry", "the Portuguese envoy".</summary>
internal sealed class Descriptions(English english)
{
    private readonly InformantGroups _informants = new(english);
    private readonly BodyDescriptions _bodies = new(english);

    /// <summary>Adds the descriptions' mentions to the cast. The body goes first: "sources say" in a headline are the body's.</summary>
    public void Read(SourceText text, IReadOnlyList<Sentence> sentences, IReadOnlyList<BlockKind> kinds, Cast cast, string? home)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (kinds[i] == BlockKind.Paragraph) ReadSentence(text, sentences[i], i, false, cast, home);
        }
        for (var i = 0; i < sentences.Count; i++)
        {
            if (kinds[i] != BlockKind.Paragraph) ReadSentence(text, sentences[i], i, true, cast, home);
        }
    }

    private void ReadSentence(SourceText text, Sentence sentence, int number, bool isSummary, Cast cast, string? home)
    {
        var named = cast.In(sentence.Span).ToList();
        foreach (var noun in NounsOf(sentence))
        {
            var holder = named.Find(m => m.Span.Contains(noun.Span));
            if (holder is not null)
            {
                // "The UN Security Council": later "the council" is this.
                if (!holder.Who.IsPerson) holder.Who.Noun = english.Speakers.Find(noun.Text)!.Lemma;
                continue;
            }
            var phrase = NounPhrase.Around(sentence, noun);
            if (Describe(text, phrase, number, isSummary, named, cast, home) is { } who)
                cast.Add(new Mention(phrase.Span, number, noun, who, noun.Relation is "nsubj" or "csubj"));
        }
    }

    private IEnumerable<Word> NounsOf(Sentence sentence) =>
        sentence.Words.Where(w => w.Tag is "NOUN" or "PROPN" && english.Speakers.Find(w.Text) is not null && w.Relation is not ("compound" or "amod") && !IsMasthead(w) && !IsTitleOfName(sentence, w) && !StandsBesideName(sentence, w));

    /// <summary>"OBSERVER": a newspaper that writes its own name in capitals.</summary>
    private bool IsMasthead(Word word) => english.Is("masthead", word.Text) && word.Text.All(char.IsUpper);

    /// <summary>"President" before a name, and "a senior ally" beside one, is a role of the named.</summary>
    private static bool IsTitleOfName(Sentence sentence, Word word)
    {
        if (word.Index + 1 < sentence.Words.Count && sentence.Words[word.Index + 1].Name == "B-PER") return true;
        var head = sentence.HeadOf(word);
        // "Peter Krog, a lawyer and former farmer": both are Krog.
        var isSecondApposition = word.Relation == "conj" && head is { Relation: "appos" };
        if (isSecondApposition) head = sentence.HeadOf(head!);
        if (head is not null && head.Name.EndsWith("PER", StringComparison.Ordinal) && (isSecondApposition || word.Relation is "appos" or "flat" or "nmod") && head.Index > word.Index - (isSecondApposition ? 20 : 12)) return word.Relation != "nmod" || head.Index > word.Index;
        return sentence.ChildrenOf(word).Any(c => c.Relation is "flat" or "appos" && c.Name.EndsWith("PER", StringComparison.Ordinal) && c.Index == word.Index + 1);
    }

    /// <summary>"RBC, a newspaper": the name has its mention already.</summary>
    private static bool StandsBesideName(Sentence sentence, Word word) =>
        word.Relation == "appos" && sentence.HeadOf(word) is { } head && head.Name != "O";

    private Referent? Describe(SourceText text, NounPhrase phrase, int sentence, bool isSummary, List<Mention> named, Cast cast, string? home)
    {
        var noun = english.Speakers.Find(phrase.Head.Text)!;
        return noun.Class switch
        {
            SpeakerClass.Source or SpeakerClass.Informant or SpeakerClass.Official or SpeakerClass.PressPeople => _informants.Of(text, phrase, noun, sentence, isSummary, named, cast),
            SpeakerClass.Person when noun.IsPlural => _informants.Of(text, phrase, noun, sentence, isSummary, named, cast),
            SpeakerClass.Person => PersonDescriptions.Of(text, phrase, noun, sentence, isSummary, named, cast),
            _ => _bodies.Of(text, phrase, noun, sentence, named, cast, home),
        };
    }
}
