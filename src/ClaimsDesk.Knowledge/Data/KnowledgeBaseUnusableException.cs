namespace ClaimsDesk.Knowledge.Data;

/// <summary>The knowledge base can't be used; the message says why and what to do, in words for whoever runs ClaimsDesk.</summary>
public sealed class KnowledgeBaseUnusableException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public KnowledgeBaseUnusableException(string message, Exception? inner = null) : base(message, inner) { }
}
