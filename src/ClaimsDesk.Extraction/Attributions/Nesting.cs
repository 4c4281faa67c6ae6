namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Which attributions stand inside others.</summary>
public static class Nesting
{
    /// <summary>The attributions whose cue stands in no other's content.</summary>
    public static IReadOnlyList<Attribution> Outermost(IReadOnlyList<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(attributions);
        return [.. attributions.Where((a, i) => !Near(attributions, i).Any(b => b.Holds(a) && !(a.Holds(b) && a.Confidence > b.Confidence)))];
    }

    /// <summary>Those near enough to hold it: contents reach no further than a window, and attributions stand in the order of their cues.</summary>
    private static IEnumerable<Attribution> Near(IReadOnlyList<Attribution> attributions, int i) =>
        attributions.Skip(Math.Max(0, i - 60)).Take(121);
}
