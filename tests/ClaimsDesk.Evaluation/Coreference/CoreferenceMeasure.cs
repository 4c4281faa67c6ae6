using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Coreference;

/// <summary>
/// Who is who, on GUM's coreference. Pronouns of the third person that stand for people and bodies who have a name somewhere in the text: right when the member
/// of the cast that they resolve to is, by most of its mentions, that entity. Names of people, bodies and places: B³ over those that both sides mention.
/// </summary>
public static class CoreferenceMeasure
{
    private const string Group = "GUM coreference";

    private static readonly HashSet<string> HeOrShe = new(StringComparer.OrdinalIgnoreCase) { "he", "him", "his", "himself", "she", "her", "hers", "herself" };
    private static readonly HashSet<string> ItOrThey = new(StringComparer.OrdinalIgnoreCase) { "it", "its", "itself", "they", "them", "their", "theirs", "themselves" };
    private static readonly HashSet<string> Named = ["person", "organization", "place"];

    /// <summary>The figures; null where the corpus is absent.</summary>
    public static Measurement? Run(Extractor extractor, Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(corpora);
        if (corpora.Find("ud_english_gum_open") is not { } folder) return null;
        var documents = Directory.EnumerateFiles(folder, "*.conllu").Order(StringComparer.Ordinal).SelectMany(AnnotatedMentions.ReadAll).ToList();
        var scores = documents.AsParallel().AsOrdered().Select(d => Score(extractor, d)).ToList();
        var names = scores.Aggregate(default(BCubed), (sum, s) => sum + s.Names);
        Figure Pronouns(string name, Func<DocumentScore, (int Right, int Of)> of) => Figure.Share(Group, name, scores.Sum(s => of(s).Right), scores.Sum(s => of(s).Of));
        return new Measurement(
        [
            Pronouns("“he” and “she” resolved", s => s.HeOrShe),
            Pronouns("“it” and “they” of named people and bodies resolved", s => s.ItOrThey),
            Figure.Share(Group, "names of people, bodies, places found", names.Mentions, scores.Sum(s => s.NamedMentions)),
            new Figure(Group, "names that are the same, B³ F1", names.F1),
            new Figure(Group, "names that are the same, B³ precision", names.Precision),
            new Figure(Group, "names that are the same, B³ recall", names.Recall),
        ], [.. scores.SelectMany(s => s.Errors)]);
    }

    private sealed record DocumentScore((int Right, int Of) HeOrShe, (int Right, int Of) ItOrThey, BCubed Names, int NamedMentions, IReadOnlyList<string> Errors);

    private static DocumentScore Score(Extractor extractor, AnnotatedMentions gold)
    {
        var text = new SourceText(gold.Text);
        var reading = extractor.ReadingOf(text);
        var cast = reading.Cast.Mentions.Where(m => m.Use != NameUse.People).ToList();
        Referent? At(TextSpan head) => cast.Where(m => m.Span.Overlaps(head)).MinBy(m => m.Span.Length)?.Who;
        var names = gold.Mentions.Where(m => m.Tag == "PROPN").ToList();
        var linked = names.Select(m => (Gold: m, Who: At(m.Head))).Where(l => l.Who is not null).ToList();
        var entityOf = linked.GroupBy(l => l.Who!).ToDictionary(g => g.Key, g => g.GroupBy(l => l.Gold.Entity).MaxBy(e => e.Count())!.Key);
        var withName = names.Select(m => m.Entity).ToHashSet();

        var pronouns = new Pronouns(reading);
        var errors = new List<string>();
        (int Right, int Of) Resolved(HashSet<string> forms)
        {
            int right = 0, of = 0;
            foreach (var mention in gold.Mentions.Where(m => m.Type is "person" or "organization" && forms.Contains(text[m.Head]) && withName.Contains(m.Entity)))
            {
                of++;
                var number = reading.SentenceAt(mention.Head.Start);
                var word = number < 0 ? null : reading.Sentences[number].Words.FirstOrDefault(w => w.Span.Overlaps(mention.Head));
                var who = word is null ? null : pronouns.Who(word, number);
                if (who is not null && entityOf.GetValueOrDefault(who) == mention.Entity) right++;
                else if (word is not null) errors.Add($"{gold.Name}: WRONG “{word.Text}” → {who?.Name ?? "nobody"}, wanted {names.Where(n => n.Entity == mention.Entity).Select(n => text[n.Head]).First()}: {text[reading.Sentences[number].Span]}");
            }
            return (right, of);
        }
        var counted = linked.Where(l => Named.Contains(l.Gold.Type)).Select(l => (l.Gold.Entity, (object)l.Who!)).ToList();
        return new DocumentScore(Resolved(HeOrShe), Resolved(ItOrThey), BCubed.Of(counted), names.Count(n => Named.Contains(n.Type)), errors);
    }
}
