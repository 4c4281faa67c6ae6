using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Claims;

public sealed class OtherLanguageTests
{
    [Theory]
    [InlineData("Der Minister sagte am Montag in der Stadt, die Brücke werde im Mai wieder geöffnet. Die Arbeiten an dem Tunnel, so ein Sprecher, dauerten länger als geplant, und das Geld war knapp.")]
    [InlineData("De minister zei maandag dat de brug in mei weer opengaat. Volgens een woordvoerder van de stad was er te weinig geld, en in de tunnel is nog veel werk te doen voordat de weg open is.")]
    [InlineData("Le ministre a déclaré lundi que le pont serait rouvert en mai. Selon un porte-parole de la ville, on a manqué d'argent, et il reste beaucoup à faire dans le tunnel avant que la route soit ouverte.")]
    [InlineData("Министр заявил в понедельник, что мост откроется в мае. По словам представителя города, денег не хватило, а в тоннеле осталось много работы, прежде чем дорога будет открыта для всех.")]
    public void A_text_in_another_language_gives_a_note_and_no_claims(string text)
    {
        var document = SharedExtractor.Value.Extract(new SourceText(text), ExtractionContext.Unknown);

        document.Notes.Should().ContainSingle(note => note.Code == "other-language");
        document.Articles.SelectMany(article => article.Claims).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Mayor Ana Ruiz told reporters on Monday: \"Bridge work, tunnel work, road work: everything costs more.\" Councillors Ben Okoro, Carla Diaz, Dmitri Antonov and Eve Lindqvist disagreed loudly afterwards.")]
    [InlineData("The bridge would open in May, the mayor said.\n. . . . . . . . . - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -")]
    public void English_full_of_names_or_marks_is_read(string text)
    {
        var document = SharedExtractor.Value.Extract(new SourceText(text), ExtractionContext.Unknown);

        document.Notes.Should().NotContain(note => note.Code == "other-language");
        document.Articles.SelectMany(article => article.Claims).Should().NotBeEmpty();
    }
}
