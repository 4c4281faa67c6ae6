using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Mends where contents begin and end.</summary>
internal static class ContentEdges
{
    /// <summary>Words beside a content that are likely content join it: contents are read too short more often than too long.</summary>
    public static void JoinLikelyNeighbours(Role[] roles, RoleScores scores, FoundCue cue, ReadingSettings settings)
    {
        bool Joins(int w) => roles[w] == Role.Other && (w < cue.Start || w >= cue.End) && scores[w, Role.Content] > settings.JoinContentAbove;
        for (var w = 1; w < roles.Length; w++)
        {
            if (roles[w - 1] == Role.Content && Joins(w)) roles[w] = Role.Content;
        }
        for (var w = roles.Length - 2; w >= 0; w--)
        {
            if (roles[w + 1] == Role.Content && Joins(w)) roles[w] = Role.Content;
        }
    }
}
