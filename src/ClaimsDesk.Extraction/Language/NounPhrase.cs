using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>The words that belong to a noun: its determiner, adjectives, and what narrows it; no second noun beside it and no remark on it.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Head">The noun.</param>
/// <param name="Words">All its words, in order, without a gap.</param>
internal sealed record NounPhrase(Sentence Sentence, Word Head, IReadOnlyList<Word> Words)
{
    /// <summary>From its first to its last character.</summary>
    public TextSpan Span => new(Words[0].Span.Start, Words[^1].Span.End);

    /// <summary>The phrase around <paramref name="head"/>.</summary>
    public static NounPhrase Around(Sentence sentence, Word head)
    {
        var own = sentence.SubtreeOf(head, w => Narrows(sentence, w, head)).ToHashSet();
        int first = head.Index, last = head.Index;
        while (first > 0 && own.Contains(sentence.Words[first - 1])) first--;
        while (last + 1 < sentence.Words.Count && own.Contains(sentence.Words[last + 1])) last++;
        while (last > head.Index && (sentence.Words[last].Tag == "PUNCT" || sentence.Words[last].Text is "'s" or "’s" or "'" or "’")) last--;
        while (first < head.Index && sentence.Words[first].Tag is "PUNCT" or "ADP" or "CCONJ" or "SCONJ" && !IsInsideName(sentence.Words[first])) first++;
        return new NounPhrase(sentence, head, [.. sentence.Words.Skip(first).Take(last - first + 1)]);
    }

    /// <summary>The words before the noun.</summary>
    public IEnumerable<Word> Before => Words.TakeWhile(w => w.Index < Head.Index);

    /// <summary>The words after the noun.</summary>
    public IEnumerable<Word> After => Words.SkipWhile(w => w.Index <= Head.Index);

    /// <summary>Whether something or somebody known already is meant: "the", "this", "both".</summary>
    public bool IsDefinite => Words.Count > 0 && Words[0].Index < Head.Index
        && Words[0].Text.ToUpperInvariant() is "THE" or "THIS" or "THESE" or "THAT" or "THOSE" or "BOTH" or "SAME";

    private static bool IsInsideName(Word word) => word.Name != "O";

    private static bool Narrows(Sentence sentence, Word word, Word head)
    {
        if (word.Head != head.Index) return true;
        return word.Relation switch
        {
            "conj" or "cc" or "parataxis" or "case" or "mark" or "cop" or "nsubj" or "advcl" or "advmod" or "discourse" or "list" or "ccomp" or "aux" or "obl" or "obj"
                => word.Index < head.Index && word.Relation is "advmod",
            "appos" => word.Index < head.Index || word.Name != "O",
            // "accused the company of dumping …" is no part of the company.
            "acl" => !FollowsComma(sentence, word) && !sentence.ChildrenOf(word).Any(c => c.Relation == "mark" && c.Index < word.Index && c.Text is "of" or "that"),
            _ => true,
        };
    }

    /// <summary>", who spoke on condition of anonymity": a remark.</summary>
    private static bool FollowsComma(Sentence sentence, Word clause)
    {
        var first = sentence.SubtreeOf(clause)[0].Index;
        while (first < clause.Index && sentence.Words[first].Tag == "PUNCT")
        {
            if (sentence.Words[first].Text == ",") return true;
            first++;
        }
        return first > 0 && sentence.Words[first - 1].Text is "," or "-" or "–" or "—" or "(";
    }
}
