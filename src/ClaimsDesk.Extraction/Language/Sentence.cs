using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A sentence with its words, tags, names and tree (Universal Dependencies).</summary>
/// <param name="Span">From its first character to its last.</param>
/// <param name="Words">Its words in order, punctuation included.</param>
public sealed record Sentence(TextSpan Span, IReadOnlyList<Word> Words);

/// <summary>A word of a sentence.</summary>
/// <param name="Index">Position in <see cref="Sentence.Words"/>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">As printed.</param>
/// <param name="Tag">Universal part of speech: <c>NOUN</c>, <c>VERB</c>, … as in the model's labels.</param>
/// <param name="Head">Index of the word it hangs on; −1 for the root.</param>
/// <param name="Relation">Universal dependency relation to the head: <c>nsubj</c>, <c>ccomp</c>, …</param>
/// <param name="Name">BIO name label: <c>O</c>, <c>B-PER</c>, <c>I-ORG</c>, …</param>
public sealed record Word(int Index, TextSpan Span, string Text, string Tag, int Head, string Relation, string Name);
