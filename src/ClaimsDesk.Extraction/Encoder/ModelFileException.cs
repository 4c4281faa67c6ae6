namespace ClaimsDesk.Extraction.Encoder;

/// <summary>A file of the language model is missing, damaged, or belongs to another model. The message is one sentence that names the file and the cure.</summary>
public sealed class ModelFileException : Exception
{
    internal ModelFileException(string message, Exception? inner = null) : base(message, inner) { }
}
