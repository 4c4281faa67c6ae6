namespace ClaimsDesk.Extraction.Text;

/// <summary>Something that could not be read, or was read with doubt. Bad text makes notes; it never throws.</summary>
/// <param name="Code">A stable short name of the kind of note, e.g. <c>unbalanced-quotation</c>.</param>
/// <param name="Message">One sentence a person can act on, without its place.</param>
/// <param name="Where">The place in the text, from which line and column follow (<see cref="SourceText.Position"/>).</param>
public sealed record Note(string Code, string Message, TextSpan Where);
