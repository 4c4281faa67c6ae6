using System.Text;

namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>What people type to look for, cut into terms.</summary>
internal static class SearchTerms
{
    /// <summary>The words; those in quotation marks are one term.</summary>
    public static IReadOnlyList<string> Of(string words)
    {
        var terms = new List<string>();
        var term = new StringBuilder();
        var inPhrase = false;
        foreach (var c in words)
        {
            if (c is '"' or '“' or '”')
            {
                End(terms, term);
                inPhrase = !inPhrase;
            }
            else if (char.IsWhiteSpace(c) && !inPhrase)
            {
                End(terms, term);
            }
            else if (c != '\0')
            {
                term.Append(c);
            }
        }
        End(terms, term);
        return terms;
    }

    private static void End(List<string> terms, StringBuilder term)
    {
        // A term of punctuation alone holds no word: it would match nothing, so it is left out.
        if (term.ToString().Any(char.IsLetterOrDigit)) terms.Add(term.ToString());
        term.Clear();
    }
}
