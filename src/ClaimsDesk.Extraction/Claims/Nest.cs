namespace ClaimsDesk.Extraction.Claims;

/// <summary>Puts claims inside the claims in whose content they stand.</summary>
internal static class Nest
{
    /// <summary>
    /// Gives each draft the smallest draft whose content holds its cue and its content as a parent, and returns them by place in
    /// the text, parents before their children.
    /// </summary>
    public static IReadOnlyList<Draft> Arrange(IEnumerable<Draft> drafts)
    {
        var ordered = drafts.OrderBy(d => d.ContentHull.Start).ThenByDescending(d => d.ContentHull.Length).ThenBy(d => d.CueHull.Start).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            Draft? parent = null;
            // Contents are short beside an article: what begins a hundred claims earlier does not reach this far.
            for (var j = Math.Max(0, i - 100); j < Math.Min(ordered.Count, i + 20); j++)
            {
                if (j == i || !IsInside(ordered[i], ordered[j])) continue;
                if (parent is null || ordered[j].ContentHull.Length < parent.ContentHull.Length) parent = ordered[j];
            }
            ordered[i].Parent = parent;
        }
        return ParentsFirst(ordered);
    }

    /// <summary>Whether one stands, cue and all, in the content of the other.</summary>
    public static bool IsInside(Draft inner, Draft outer) =>
        inner.ContentHull.Length <= outer.ContentHull.Length && inner.Content.All(outer.Holds)
        && (inner.Cue.Count == 0 ? inner.ContentHull != outer.ContentHull : inner.Cue.All(outer.Holds));

    private static List<Draft> ParentsFirst(List<Draft> ordered)
    {
        var result = new List<Draft>(ordered.Count);
        var placed = new HashSet<Draft>();
        void Place(Draft draft)
        {
            if (!placed.Add(draft)) return;
            if (draft.Parent is not null) Place(draft.Parent);
            result.Add(draft);
        }
        foreach (var draft in ordered) Place(draft);
        return result;
    }
}
