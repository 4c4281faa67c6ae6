using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"According to X, …" and "…, according to X": the whole rest of the sentence; after "while" only its own clause.</summary>
internal sealed class AccordingTo : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "according-to";

    /// <inheritdoc/>
    public string Why => "“According to” and its like name who tells; the rest of the sentence is what is told.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var words = reading.Sentences[sentence].Words;
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (!words[i].Text.Equals("according", StringComparison.OrdinalIgnoreCase) || !words[i + 1].Text.Equals("to", StringComparison.OrdinalIgnoreCase)) continue;
            if (Draft(reading, sentence, i) is { } draft) yield return draft;
        }
    }

    private Draft? Draft(ArticleReading reading, int number, int at)
    {
        var sentence = reading.Sentences[number];
        var words = sentence.Words;
        var cue = new TextSpan(words[at].Span.Start, words[at + 1].Span.End);
        var head = words.Skip(at + 2).FirstOrDefault(w => w.Head == words[at].Index || w.Relation == "obl" || sentence.ChildrenOf(w).Any(c => c.Index == at || c.Index == at + 1));
        // "according to plan" is nobody's word.
        if (head is null || (head.Index == at + 2 && reading.English.Is("no-plan", head.Text))) return null;
        var source = Clause.SourceSpan(sentence, head, words[at]);
        if (source.Start < cue.End) source = new TextSpan(words[at + 2].Span.Start, Math.Max(source.End, words[at + 2].Span.End));
        // "Moreover, according to X, …", "In 2016, according to X, …": what stands before tells nothing; it begins behind the comma.
        var opens = at > 0 && words[at - 1].Text == "," && !words.Take(at).Any(w => w.Tag is "VERB" or "AUX" || w.Relation.StartsWith("nsubj", StringComparison.Ordinal));
        if (opens && !IsComma(reading.Text.Value, source.End) && CommaBehind(sentence, source) is { } comma) source = source with { End = comma.Start };
        var span = at == 0 || opens
            ? new TextSpan(Math.Min(source.End, sentence.Span.End), sentence.Span.End)
            : new TextSpan(StartOfOwnClause(sentence, at), words[at - 1].Span.End);
        var rest = at == 0 || opens ? [] : Rest(reading.Text.Value, sentence, source.End);
        var content = ContentShape.Clean(reading, [span, .. rest], [cue], [source], null);
        return content.Count == 0 ? null : new Draft { Content = content, Cue = [cue], Source = [source], Sentence = number, CueWord = words[at], Frame = "sentence", FoundBy = Name, Confidence = 0.6 };
    }

    /// <summary>"X, according to Y, was Z": the clause goes on after a comma; ", which said" and ", adding" do not go on with it.</summary>
    private static TextSpan[] Rest(string text, Sentence sentence, int from)
    {
        var i = from;
        while (i < sentence.Span.End && char.IsWhiteSpace(text[i])) i++;
        if (i >= sentence.Span.End || text[i] != ',') return [];
        var next = sentence.Words.FirstOrDefault(w => w.Span.Start > i && w.Tag != "PUNCT");
        var isAnother = next is null || next.Text is "which" or "who" or "but" or "while" or "and" || (next.Tag == "VERB" && next.Text.EndsWith("ing", StringComparison.Ordinal));
        return isAnother ? [] : [new TextSpan(i + 1, sentence.Span.End)];
    }

    private static bool IsComma(string text, int at) => at < text.Length && text[at] == ',';

    /// <summary>The comma that ends who is named: the last before the first word that hangs on the sentence's main verb and stands behind.</summary>
    private static TextSpan? CommaBehind(Sentence sentence, TextSpan source)
    {
        if (sentence.Root is not { } root || root.Span.Start < source.End) return null;
        var first = sentence.SubtreeOf(root, w => w.Span.Start >= source.End).First(w => w == root || w.Span.Start >= source.End);
        var subject = sentence.ChildrenOf(root).FirstOrDefault(c => c.Relation is "nsubj" or "csubj" or "expl" && c.Span.Start >= source.End);
        var begins = subject is null ? first : sentence.SubtreeOf(subject, w => w.Span.Start >= source.End)[0];
        return sentence.Words.LastOrDefault(w => w.Text == "," && w.Span.Start >= source.End && w.Index < begins.Index)?.Span;
    }

    private static int StartOfOwnClause(Sentence sentence, int before)
    {
        for (var i = before - 1; i > 0; i--)
        {
            if (sentence.Words[i].Text is "while" or "but" or ";" && i > 2 && sentence.Words[i - 1].Text is "," or "”" or "\"" or ";") return sentence.Words[i].Span.End;
        }
        return sentence.Span.Start;
    }
}
