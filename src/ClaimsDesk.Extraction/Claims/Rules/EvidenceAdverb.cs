using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"reportedly", "allegedly": the clause it stands in is told by somebody unnamed.</summary>
internal sealed class EvidenceAdverb : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "evidence-adverb";

    /// <inheritdoc/>
    public string Why => "A word such as “reportedly” says that the statement is somebody else’s, and not whose.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var adverb in read.Words.Where(w => reading.English.Reporting.EvidenceAdverbs.Contains(w.Text)))
        {
            if (read.HeadOf(adverb) is not { } head) continue;
            var clause = ClauseOf(read, head);
            var whole = Clause.Whole(read, clause, null);
            var content = ContentShape.Clean(reading, [whole], [adverb.Span], [], null);
            if (content.Count == 0) continue;
            yield return new Draft { Content = content, Cue = [adverb.Span], Sentence = sentence, CueWord = adverb, Frame = "adverb", FoundBy = Name, Confidence = 0.7 };
        }
    }

    /// <summary>The verb whose clause it is; of "an allegedly stolen car" only that.</summary>
    private static Word ClauseOf(Sentence sentence, Word head)
    {
        if (head.Tag is "ADJ" && head.Relation == "amod") return sentence.HeadOf(head) ?? head;
        return head;
    }
}
