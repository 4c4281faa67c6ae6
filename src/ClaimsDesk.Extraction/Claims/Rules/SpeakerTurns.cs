using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>
/// "THE PRESIDENT: …", "Q: …", "Ana Holm: …", "Speaker Holm. …": in a transcript all is told by whoever is named before it, down to
/// the next name. A single name with a colon may be a heading; where it is not a title in capitals, a transcript has three turns or more.
/// </summary>
internal static class SpeakerTurns
{
    /// <summary>What a claim says it was found by.</summary>
    public const string Name = "speaker-turn";

    /// <summary>The pattern in one sentence.</summary>
    public const string Why = "A name and a colon begin a turn of a conversation; what follows is the speaker’s.";
    private const int LongestLabel = 48;
    private const int FewestTurns = 3;

    private sealed record Turn(int Block, int Sentence, TextSpan Label, Word Mark, int Start, bool IsFormal);

    /// <summary>The turns of an article; none where it is no transcript.</summary>
    public static IEnumerable<Draft> Find(ArticleReading reading)
    {
        var blocks = reading.Article.Blocks.Where(b => b.Kind == BlockKind.Paragraph).ToList();
        var turns = Enumerable.Range(0, blocks.Count).Select(i => TurnAt(reading, blocks[i], i)).OfType<Turn>().ToList();
        if (turns.Count < FewestTurns && !turns.Exists(t => t.IsFormal)) yield break;
        for (var i = 0; i < turns.Count; i++)
        {
            var end = i + 1 < turns.Count ? turns[i + 1].Block : turns.Count >= FewestTurns || turns[i].IsFormal ? blocks.Count : turns[i].Block + 1;
            var content = ContentShape.Clean(reading, Spans(reading, blocks, turns[i], end), [], [], null);
            if (content.Count == 0 || !SaysSomething(reading, content)) continue;
            yield return new Draft
            {
                Content = content,
                Cue = [turns[i].Mark.Span],
                Source = [turns[i].Label],
                Sentence = turns[i].Sentence,
                CueWord = turns[i].Mark,
                Frame = "turn",
                Act = reading.English.Is("asking-turn", reading.Text[turns[i].Label]) ? ClaimAct.Question : null,
                FoundBy = Name,
                Confidence = 0.8,
            };
        }
    }

    private static Turn? TurnAt(ArticleReading reading, ArticleBlock block, int number)
    {
        var at = reading.SentenceAt(block.Span.Start);
        if (at < 0) return null;
        var words = reading.Sentences[at].Words.SkipWhile(w => w.Span.Start < block.Span.Start).ToList();
        var mark = words.FindIndex(w => w.Text is ":");
        var isSentence = mark < 0 && words is [_, _, ..] && words.Count <= 5 && words[^1].Text == "." && reading.English.Speakers.IsTitle(words[0].Text);
        if (isSentence) mark = words.Count - 1;
        if (reading.Text.Value[block.Span.End - 1] == ':') return TurnBelow(reading, block, number);
        if (mark < 1 || words[mark].Span.Start - block.Span.Start > LongestLabel || words[mark].Span.End >= block.Span.End) return null;
        var label = new TextSpan(words[0].Span.Start, words[mark - 1].Span.End);
        var isFormal = isSentence || IsFormal(reading, words.Take(mark));
        if (!isFormal && !IsSomebody(reading, label)) return null;
        return new Turn(number, at, label, words[mark], words[mark].Span.End, isFormal);
    }

    /// <summary>"… at 6:13 P.M. THE PRESIDENT:" closes a line, and what the president said begins on the next.</summary>
    private static Turn? TurnBelow(ArticleReading reading, ArticleBlock block, int number)
    {
        var at = reading.SentenceAt(block.Span.End - 1);
        var words = reading.Sentences[at].WordsIn(block.Span).ToList();
        if (words is not [.., _, { Text: ":" } mark]) return null;
        var first = words.Count - 1;
        while (first > 0 && IsCapitals(words[first - 1]) && words[first].Text != "THE") first--;
        var label = words.Skip(first).SkipLast(1).ToList();
        return IsFormal(reading, label) ? new Turn(number, at, new TextSpan(label[0].Span.Start, label[^1].Span.End), mark, mark.Span.End, IsFormal: true) : null;
    }

    /// <summary>"THE PRESIDENT", "MR. HOLM", "Q".</summary>
    private static bool IsFormal(ArticleReading reading, IEnumerable<Word> label)
    {
        var words = label.Where(w => w.Tag != "PUNCT").ToList();
        return words.Count is > 0 and <= 5 && words.TrueForAll(IsCapitals)
            && words.Exists(w => reading.English.Is("turn-label", w.Text) || (reading.English.Speakers.IsTitle(w.Text) && words.Count > 1));
    }

    private static bool IsCapitals(Word word) => word.Text.Any(char.IsUpper) && !word.Text.Any(char.IsLower);

    private static bool IsSomebody(ArticleReading reading, TextSpan label)
    {
        if (reading.English.Is("turn-label", reading.Text[label])) return true;
        return reading.Cast.In(label).Any(m => m.Who is { IsPerson: true, IsInformant: false } && m.Span.End >= label.End - 1 && label.Length - m.Span.Length < 20);
    }

    private static bool SaysSomething(ArticleReading reading, IReadOnlyList<TextSpan> content) =>
        reading.Sentences[reading.SentenceAt(content[0].Start)].WordsIn(content[0]).Any(w => w.Tag is "VERB" or "AUX") || content[0].Length > 80;

    private static IEnumerable<TextSpan> Spans(ArticleReading reading, List<ArticleBlock> blocks, Turn turn, int end)
    {
        var span = blocks[turn.Block].Span with { Start = turn.Start };
        for (var i = turn.Block + 1; i < end; i++)
        {
            if (string.IsNullOrWhiteSpace(reading.Text[new TextSpan(span.End, blocks[i].Span.Start)]))
            {
                span = span.Union(blocks[i].Span);
                continue;
            }
            yield return span;
            span = blocks[i].Span;
        }
        yield return span;
    }
}
