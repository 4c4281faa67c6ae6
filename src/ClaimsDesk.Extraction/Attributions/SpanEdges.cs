namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Commas, full stops, colons and dashes at the edges of sources and contents belong to the sentence around them; the dots of "U.S." do not.</summary>
internal static class SpanEdges
{
    /// <summary>Makes the marks at the edges nobody's.</summary>
    public static void DropMarks(Role[] roles, IReadOnlyList<string> words)
    {
        for (var w = 0; w < roles.Length; w++)
        {
            if (IsLoose(words[w], roles[w]) && (w == 0 || roles[w - 1] != roles[w])) roles[w] = Role.Other;
        }
        for (var w = roles.Length - 1; w > 0; w--)
        {
            var closesAbbreviation = words[w] == "." && words[w - 1].Length == 1 && char.IsUpper(words[w - 1][0]);
            if (IsLoose(words[w], roles[w]) && !closesAbbreviation && (w == roles.Length - 1 || roles[w + 1] != roles[w])) roles[w] = Role.Other;
        }
    }

    /// <summary>A colon or dash may be the cue itself.</summary>
    private static bool IsLoose(string word, Role role) => role is Role.Source or Role.Content && (word is "," or "." or ";" or ":" or "–" or "—" or "-");
}
