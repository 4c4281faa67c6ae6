using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Which word of a cue carries its meaning, and what the lists know of it.</summary>
internal static class CueWords
{
    /// <summary>The reporting word of a cue, else its verb, else its first word.</summary>
    public static Word? MainOf(ArticleReading reading, int number, IReadOnlyList<TextSpan> cue)
    {
        var sentence = reading.Sentences[number];
        var words = cue.SelectMany(sentence.WordsIn).ToList();
        return words.FindLast(w => w.Tag == "VERB" && ReportingOf(reading, sentence, w) is not null)
            ?? words.Find(w => ReportingOf(reading, sentence, w) is not null)
            ?? words.FindLast(w => w.Tag == "VERB")
            ?? words.FirstOrDefault();
    }

    /// <summary>What the lists know of a word as a cue: "call" with its "for", "point" with its "out".</summary>
    public static ReportingWord? ReportingOf(ArticleReading reading, Sentence sentence, Word word)
    {
        var lists = reading.English.Reporting;
        if (word.Tag is "VERB" or "AUX")
        {
            // "is convinced", "were concerned": what somebody thinks, not what he does.
            if (lists.Adjective(word.Text) is { } attitude && Rules.Clause.IsPassive(sentence, word)) return attitude;
            if (word.Index + 1 < sentence.Words.Count && lists.Verb($"{word.Text} {sentence.Words[word.Index + 1].Text}") is { } pair) return pair;
            return lists.Verb(word.Text);
        }
        return word.Tag switch
        {
            "NOUN" => lists.Noun(word.Text),
            "ADJ" => lists.Adjective(word.Text),
            _ => null,
        };
    }
}
