using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whom "he", "she", "it" and "they" stand for: as a speaker, whoever spoke last and fits; else whom <see cref="Antecedents"/> finds.</summary>
internal sealed class Pronouns(ArticleReading reading)
{
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
            if (reading.QuotationsIn(pronoun.Span).Any()) return null;
            return reading.Interview is { } interview && interview.IsInAnswer(reading, pronoun.Span) ? SourceResolver.OfReferent(interview.Who) : ResolvedSource.Author;
        }
        if (draft.Parent is { } parent && parent.Teller.Who is { } speaker && Fits(speaker, form)) return parent.Teller;
        for (var i = told.Count - 1; i >= 0 && told[i].Sentence >= sentence - 2; i--)
        {
            var before = told[i];
            // Who answers is not who asked.
            if (before.Reporting?.Act == ClaimAct.Question || (before.Reporting?.Lemma == "ask" && draft.Reporting is { } verb && reading.English.Is("answering", verb.Lemma))) continue;
            if (before.CueHull.Start >= pronoun.Span.Start || before.Parent is not null && before.Parent != draft.Parent) continue;
            if (before.Teller.Who is { } who && Fits(who, form)) return before.Teller;
        }
        return Who(pronoun, sentence) is { } referent ? SourceResolver.OfReferent(referent) : null;
    }

    /// <summary>Whom a pronoun in the running text stands for; null where none fits.</summary>
    public Referent? Who(Word pronoun, int sentence) =>
        FormOf(pronoun.Text) is Form.He or Form.She or Form.It or Form.They && sentence >= 0 ? reading.Antecedents.Of(pronoun) : null;

    /// <summary>Whether somebody can be called so.</summary>
    public static bool Fits(Referent who, string pronoun) => Fits(who, FormOf(pronoun));

    /// <summary>Whether the word is a pronoun of the third person.</summary>
    public static bool IsThirdPerson(Word word) => word.Tag is "PRON" or "DET" && FormOf(word.Text) is Form.He or Form.She or Form.It or Form.They;

    /// <summary>Whether the word is one of those for things, bodies and many: "it", "their".</summary>
    public static bool IsOfThingsOrMany(Word word) => FormOf(word.Text) is Form.It or Form.They;

    private static bool Fits(Referent who, Form form) => form switch
    {
        Form.He => who.IsPerson && !who.IsPlural && who.Gender != Gender.Woman,
        Form.She => who.IsPerson && !who.IsPlural && who.Gender != Gender.Man,
        Form.It => !who.IsPerson && !who.IsPlural && who.Kind != ActorKind.Place,
        Form.They => who.IsPlural || who.Kind is ActorKind.ArmedGroup or ActorKind.Organisation,
        _ => false,
    };
}
