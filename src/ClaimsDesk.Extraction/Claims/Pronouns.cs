using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whom "he", "she", "it" and "they" stand for: as a speaker, whoever spoke last and fits; else the subject before, else the nearest that fits.</summary>
internal sealed class Pronouns(ArticleReading reading)
{
    private const int SentencesBack = 3;

    /// <summary>Whether the word stands for somebody named elsewhere.</summary>
    public static bool IsPronoun(Word word) => word.Tag == "PRON" && FormOf(word.Text) != Form.None || FormOf(word.Text) is Form.He or Form.She or Form.We or Form.I || word.Text is "who" or "which";

    private enum Form { None, He, She, It, They, We, I }

    private static readonly Dictionary<string, Form> Forms = WordTable.Rows("pronouns.tsv", 2)
        .SelectMany(r => r[1].Split(' ').Select(word => (word, Form: Enum.Parse<Form>(r[0], ignoreCase: true))))
        .ToDictionary(p => p.word, p => p.Form, StringComparer.OrdinalIgnoreCase);

    private static Form FormOf(string word) => Forms.GetValueOrDefault(word);

    /// <summary>The speaker that a pronoun in the source of <paramref name="draft"/> stands for; null where none fits.</summary>
    public ResolvedSource? Speaker(Word pronoun, int sentence, Draft draft, IReadOnlyList<Draft> told)
    {
        var form = FormOf(pronoun.Text);
        // Inside a quotation "we" and "I" are those who speak.
        if (form is Form.We or Form.I)
        {
            if (draft.Parent is { } quoting) return quoting.Teller;
            return reading.QuotationsIn(pronoun.Span).Any() ? null : ResolvedSource.Author;
        }
        if (draft.Parent is { } parent && parent.Teller.Who is { } speaker && Fits(speaker, form)) return parent.Teller;
        for (var i = told.Count - 1; i >= 0 && told[i].Sentence >= sentence - 2; i--)
        {
            var before = told[i];
            if (before.CueHull.Start >= pronoun.Span.Start || before.Parent is not null && before.Parent != draft.Parent) continue;
            if (before.Teller.Who is { } who && Fits(who, form)) return before.Teller;
        }
        return Who(pronoun, sentence) is { } referent ? SourceResolver.OfReferent(referent) : null;
    }

    /// <summary>Whom a pronoun in the running text stands for; null where none fits.</summary>
    public Referent? Who(Word pronoun, int sentence)
    {
        var form = FormOf(pronoun.Text);
        if (form is Form.None or Form.We or Form.I) return null;
        Mention? nearest = null;
        foreach (var mention in reading.Cast.Before(pronoun.Span.Start, sentence, SentencesBack))
        {
            if (mention.Use == NameUse.People || !Fits(mention.Who, form)) continue;
            nearest ??= mention;
            // Somebody in the same sentence is nearer than the subject of the one before.
            if (nearest.Sentence != mention.Sentence) break;
            if (mention.IsSubject && mention.Sentence >= sentence - 1) return mention.Who;
        }
        return nearest?.Who;
    }

    private static bool Fits(Referent who, Form form) => form switch
    {
        Form.He => who.IsPerson && !who.IsPlural && who.Gender != Gender.Woman,
        Form.She => who.IsPerson && !who.IsPlural && who.Gender != Gender.Man,
        Form.It => !who.IsPerson && !who.IsPlural && who.Kind != ActorKind.Place,
        Form.They => who.IsPlural || who.Kind is ActorKind.ArmedGroup or ActorKind.Organisation,
        _ => false,
    };
}
