using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Where the likeliest reading has no source at all, a fair candidate is better than none: few attributions have none.</summary>
internal static class LikeliestSource
{
    /// <summary>Makes the likeliest word a source, and those around it that are likely too; nothing where a source was read or no word is likely enough.</summary>
    public static void Take(Role[] roles, RoleScores scores, FoundCue cue, ReadingSettings settings)
    {
        if (roles.Contains(Role.Source)) return;
        bool IsFree(int w) => roles[w] == Role.Other && (w < cue.Start || w >= cue.End);
        var best = Enumerable.Range(0, roles.Length).Where(IsFree).DefaultIfEmpty(-1).MaxBy(w => w < 0 ? 0 : scores[w, Role.Source]);
        if (best < 0 || scores[best, Role.Source] <= settings.SourceAbove) return;
        var enough = Math.Min(settings.SourceAbove, scores[best, Role.Source] / 3);
        bool Joins(int w) => w >= 0 && w < roles.Length && IsFree(w) && scores[w, Role.Source] > enough;
        int start = best, end = best + 1;
        while (Joins(start - 1)) start--;
        while (Joins(end)) end++;
        roles.AsSpan(start..end).Fill(Role.Source);
    }
}
