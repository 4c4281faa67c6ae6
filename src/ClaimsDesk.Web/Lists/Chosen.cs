using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Lists;

/// <summary>Reads what is chosen for one key of a list's address. What means nothing is left out: a list shows what it can.</summary>
public static class Chosen
{
    /// <summary>The values that are words for a <typeparamref name="T"/>, each once.</summary>
    public static IEnumerable<T> Of<T>(string[]? words) where T : struct, Enum
    {
        foreach (var word in words ?? [])
        {
            if (FilterWords.TryReadWord<T>(word, out var value)) yield return value;
        }
    }
}
