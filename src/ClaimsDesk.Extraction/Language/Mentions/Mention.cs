using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A place where an article speaks of somebody or something.</summary>
/// <param name="Span">The words, as printed.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Head">The word on which its others hang.</param>
/// <param name="Who">Whom it speaks of.</param>
/// <param name="IsSubject">Whether it is the subject of a clause.</param>
/// <param name="Use">How the words stand for it.</param>
internal sealed record Mention(TextSpan Span, int Sentence, Word Head, Referent Who, bool IsSubject, NameUse Use = NameUse.Name);
