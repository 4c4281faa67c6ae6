using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>The main predication of a content: the word that it says something by, with what weakens, denies or puts it off.</summary>
/// <param name="Sentence">The sentence in which the content begins.</param>
/// <param name="Main">Its main word: a verb, or an adjective or noun with "is".</param>
/// <param name="Words">The words of the content in that sentence.</param>
internal sealed record Predication(Sentence Sentence, Word Main, IReadOnlyList<Word> Words)
{
    /// <summary>The main predication of a content; null where no word stands in it.</summary>
    public static Predication? Of(ArticleReading reading, IReadOnlyList<TextSpan> content)
    {
        var number = reading.SentenceAt(content[0].Start);
        if (number < 0) return null;
        var sentence = reading.Sentences[number];
        var words = content.SelectMany(sentence.WordsIn).ToList();
        var inside = words.Select(w => w.Index).ToHashSet();
        // Of several tops ("according to X" may part them) the one that is a clause.
        var tops = words.Where(w => w.Tag != "PUNCT" && (w.Head < 0 || !inside.Contains(w.Head))).ToList();
        var main = tops.Find(w => IsClause(sentence, w)) ?? (tops.Count > 0 ? tops[0] : null);
        return main is null ? null : new Predication(sentence, main, words);
    }

    /// <summary>The auxiliaries, "not" and adverbs that hang on the main word.</summary>
    public IEnumerable<Word> Auxiliaries => Sentence.ChildrenOf(Main).Where(w => w.Relation is "aux" or "cop");

    /// <summary>The subject of the main word.</summary>
    public Word? Subject => Sentence.ChildrenOf(Main).FirstOrDefault(w => w.Relation is "nsubj" or "csubj");

    /// <summary>Whether one of the auxiliaries is among <paramref name="words"/>.</summary>
    public bool HasAuxiliary(params ReadOnlySpan<string> words)
    {
        foreach (var auxiliary in Auxiliaries)
        {
            foreach (var word in words)
            {
                if (auxiliary.Text.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    /// <summary>"not", "never", "no longer", "nobody": the main predication is negative.</summary>
    public bool IsNegative =>
        Sentence.ChildrenOf(Main).Any(w => w.Text.ToUpperInvariant() is "NOT" or "N'T" or "N’T" or "NEVER" or "NEITHER" or "NOR" or "NOBODY" or "NOTHING")
        || Words.Zip(Words.Skip(1)).Any(p => p.First.Text.Equals("no", StringComparison.OrdinalIgnoreCase) && p.Second.Text.Equals("longer", StringComparison.OrdinalIgnoreCase) && (p.First.Head == Main.Index || p.Second.Head == Main.Index))
        || Sentence.ChildrenOf(Main).Where(w => w.Relation is "nsubj" or "obj").Any(n => Sentence.ChildrenOf(n).Any(d => d.Text.Equals("no", StringComparison.OrdinalIgnoreCase)))
        || (Main.Tag == "NOUN" && Sentence.ChildrenOf(Main).Any(d => d.Relation == "det" && d.Text.Equals("no", StringComparison.OrdinalIgnoreCase)));

    private static bool IsClause(Sentence sentence, Word word) =>
        word.Tag is "VERB" or "AUX" || sentence.ChildrenOf(word).Any(c => c.Relation is "cop" or "nsubj");
}
