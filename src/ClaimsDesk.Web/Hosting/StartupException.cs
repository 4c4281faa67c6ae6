namespace ClaimsDesk.Web.Hosting;

/// <summary>Something outside the program keeps it from starting. The message is one sentence that says what and what to do; no stack trace is of use.</summary>
public sealed class StartupException : Exception
{
    /// <summary>A problem told in one sentence.</summary>
    public StartupException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
