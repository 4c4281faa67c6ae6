using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>The parts of the clause around a verb, read from the tree.</summary>
internal static class Clause
{
    private static readonly HashSet<string> FormsOfBe = new(StringComparer.OrdinalIgnoreCase) { "be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re" };

    /// <summary>"was told": the subject does not tell. "You were to say" is active.</summary>
    public static bool IsPassive(Sentence sentence, Word verb) =>
        !verb.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
        && sentence.ChildrenOf(verb).Any(c => c.Relation == "aux" && FormsOfBe.Contains(c.Text) && !(c.Index + 1 < verb.Index && sentence.Words[c.Index + 1].Text.Equals("to", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Who does it: its own subject, its agent, or the subject that it shares with the clause it hangs on.</summary>
    public static Word? Subject(Sentence sentence, Word verb)
    {
        if (IsPassive(sentence, verb)) return Agent(sentence, verb);
        var current = verb;
        for (var steps = 0; steps < 5; steps++)
        {
            if (current != verb && IsPassive(sentence, current) && Agent(sentence, current) is { } agent) return agent;
            // ", adding …" after "is inevitable" is said by whoever said that: only a verb lends its subject.
            var lends = current == verb || current.Tag == "VERB" || verb.Relation != "advcl";
            if (lends && OwnSubject(sentence, current) is { } own) return own;
            if (sentence.HeadOf(current) is not { } above) return sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation == "nsubj");
            switch (current.Relation)
            {
                // "sources saying …": the noun speaks; "clashes reported …" does not.
                case "acl" when StartsWithTo(sentence, current):
                    return Holder(sentence, above);
                case "acl":
                    return current.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? above : sentence.ChildrenOf(current).FirstOrDefault(c => c.Relation == "nsubj");
                // "instructed X to emphasise": X is to speak; "promised X to speak": the subject is.
                case "xcomp" when sentence.ChildrenOf(above).FirstOrDefault(c => c.Relation is "obj" or "iobj" && c.Index < current.Index) is { } told:
                    return told;
                case "advcl" when StartsWithTo(sentence, current) && Addressee(sentence, above, current) is { } asked:
                    return asked;
                case "ccomp" when current.Tag != "VERB" && verb.Relation == "advcl":
                case "conj" or "xcomp" or "advcl" or "parataxis":
                    current = above;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The subject before a verb. "Mr Holm, do you think …", "Madam Speaker, the mayor said …": of two the one beside the verb.</summary>
    private static Word? OwnSubject(Sentence sentence, Word verb) =>
        sentence.ChildrenOf(verb).LastOrDefault(c => c.Relation == "nsubj" && c.Index < verb.Index);

    /// <summary>"efforts by X to …", "X's plan to …": whose the noun is.</summary>
    private static Word? Holder(Sentence sentence, Word noun) =>
        sentence.ChildrenOf(noun).FirstOrDefault(c => c.Relation == "nmod"
            && (c.Tag == "PRON" || Preposition(sentence, c) == "by" || (c.Index < noun.Index && sentence.ChildrenOf(c).Any(p => p.Text is "'s" or "’s"))));

    private static Word? Addressee(Sentence sentence, Word verb, Word before) =>
        sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation is "obj" or "iobj" && c.Index > verb.Index && c.Index < before.Index && c.Tag is "PROPN" or "PRON");

    /// <summary>Whether an infinitive with "to" stands at the clause's head.</summary>
    public static bool StartsWithTo(Sentence sentence, Word clause) =>
        sentence.ChildrenOf(clause).Any(c => c.Relation == "mark" && c.Index < clause.Index && c.Text.Equals("to", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the tree has no subject for a finite verb: the phrase that stands right before it.</summary>
    public static TextSpan? PhraseBefore(Sentence sentence, Word verb)
    {
        var group = VerbGroup(sentence, verb);
        var last = sentence.Words.Count(w => w.Span.End <= group.Start) - 1;
        while (last >= 0 && sentence.Words[last].Tag == "ADV") last--;
        if (last < 0 || sentence.Words[last].Tag is not ("PROPN" or "NOUN" or "PRON")) return null;
        var first = last;
        while (first > 0 && sentence.Words[first].Tag != "PRON" && IsInPhrase(sentence.Words[first - 1])) first--;
        return new TextSpan(sentence.Words[first].Span.Start, sentence.Words[last].Span.End);
    }

    private static bool IsInPhrase(Word word) => word.Tag is "PROPN" or "NOUN" or "ADJ" or "DET" or "NUM" || word.Text is "'s" or "’s" or "-";

    /// <summary>"by X".</summary>
    public static Word? Agent(Sentence sentence, Word verb) =>
        sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation == "obl" && Preposition(sentence, c) == "by");

    /// <summary>The preposition before a noun or clause, lower case; empty where none.</summary>
    public static string Preposition(Sentence sentence, Word word) =>
        sentence.ChildrenOf(word).FirstOrDefault(c => c.Relation is "case" or "mark" && c.Index < word.Index)?.Text.ToLowerInvariant() ?? "";

    /// <summary>The verb with its auxiliaries, "not" and particles that stand beside it.</summary>
    public static TextSpan VerbGroup(Sentence sentence, Word verb)
    {
        var own = sentence.ChildrenOf(verb).Where(c => c.Relation is "aux" or "advmod" && c.Index < verb.Index && verb.Index - c.Index <= 4).Select(c => c.Index).ToHashSet();
        var first = verb.Index;
        while (first > 0 && own.Contains(first - 1)) first--;
        while (first < verb.Index && sentence.Words[first].Relation == "advmod" && sentence.Words[first].Text.ToUpperInvariant() is not ("NOT" or "N'T" or "N’T" or "ALSO" or "NEVER")) first++;
        return new TextSpan(sentence.Words[first].Span.Start, verb.Span.End);
    }

    /// <summary>The whole phrase of a source as printed, with what stands beside it in apposition.</summary>
    public static TextSpan SourceSpan(Sentence sentence, Word head, Word verb)
    {
        var words = Run(sentence, head, w => w.Relation is not ("case" or "punct" or "cc" or "mark") || w.Head != head.Index || w.Index > head.Index, w => w != verb);
        while (words.Count > 1 && (words[^1].Tag == "PUNCT" || words[^1].Tag == "CCONJ")) words.RemoveAt(words.Count - 1);
        while (words.Count > 1 && words[0].Tag is "PUNCT" or "ADP" or "CCONJ" && words[0].Index < head.Index) words.RemoveAt(0);
        return new TextSpan(words[0].Span.Start, words[^1].Span.End);
    }

    /// <summary>All that hangs on a word, from the first to the last, without its own connecting words ("that", "for") unless <paramref name="withMark"/>.</summary>
    public static TextSpan Whole(Sentence sentence, Word head, Word? without, bool withMark = false)
    {
        var words = Run(sentence, head, w => w != without, w => w != without);
        while (!withMark && words.Count > 1 && words[0].Head == head.Index && words[0].Relation is "mark" or "case" && words[0].Index < head.Index) words.RemoveAt(0);
        while (words.Count > 1 && words[^1].Tag == "PUNCT" && words[^1].Text is "," or "." or ";" or ":" or "—" or "–" or "-") words.RemoveAt(words.Count - 1);
        return new TextSpan(words[0].Span.Start, words[^1].Span.End);
    }

    private static bool OwnBeyondMarks(Sentence sentence, HashSet<int> own, int at, int step)
    {
        for (var i = at; i >= 0 && i < sentence.Words.Count && i != at + (3 * step); i += step)
        {
            if (own.Contains(i)) return true;
            if (sentence.Words[i].Tag != "PUNCT") return false;
        }
        return false;
    }

    /// <summary>The words of a tree that stand together around its top: from the first it owns, without a gap of foreign words.</summary>
    private static List<Word> Run(Sentence sentence, Word head, Func<Word, bool> take, Func<Word, bool> follow)
    {
        var own = sentence.SubtreeOf(head, follow).Where(take).Select(w => w.Index).ToHashSet();
        own.Add(head.Index);
        int first = head.Index, last = head.Index;
        while (first > 0 && (own.Contains(first - 1) || OwnBeyondMarks(sentence, own, first - 1, -1))) first--;
        while (last + 1 < sentence.Words.Count && (own.Contains(last + 1) || OwnBeyondMarks(sentence, own, last + 1, 1))) last++;
        return [.. sentence.Words.Skip(first).Take(last - first + 1)];
    }
}
