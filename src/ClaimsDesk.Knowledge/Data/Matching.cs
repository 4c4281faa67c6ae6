namespace ClaimsDesk.Knowledge.Data;

/// <summary>Patterns for LIKE in which nothing that people type is a wildcard.</summary>
internal static class Matching
{
    /// <summary>What stands before a character that is meant literally.</summary>
    public const string Escape = "\\";

    /// <summary>Anything that contains the words.</summary>
    public static string Containing(string words) =>
        "%" + words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
