using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Mends where contents begin and end.</summary>
internal static class ContentEdges
{
    private static readonly HashSet<string> Openers = WordList.English("clause-openers.txt").ToHashSet(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>The word that opens a clause ("that", "whether") belongs to the content it opens.</summary>
    public static void TakeOpener(Role[] roles, IReadOnlyList<string> words, FoundCue cue)
    {
        for (var w = 1; w < roles.Length; w++)
        {
            var isFree = roles[w - 1] == Role.Other && (w - 1 < cue.Start || w - 1 >= cue.End);
            if (isFree && roles[w] == Role.Content && Openers.Contains(words[w - 1])) roles[w - 1] = Role.Content;
        }
    }

    /// <summary>Outside quotation marks a content seldom runs on into the next sentence: what spills over is given back unless it is likely.</summary>
    /// <param name="roles">Changed in place.</param>
    /// <param name="scores">The likelihoods.</param>
    /// <param name="sentenceEnds">For each word, whether a sentence ends before it, outside quotation marks.</param>
    public static void CutSpill(Role[] roles, RoleScores scores, bool[] sentenceEnds)
    {
        for (var w = 1; w < roles.Length; w++)
        {
            if (!sentenceEnds[w] || roles[w] != Role.Content || roles[w - 1] != Role.Content) continue;
            var end = w + 1;
            while (end < roles.Length && roles[end] == Role.Content && !sentenceEnds[end]) end++;
            if (Enumerable.Range(w, end - w).Average(i => scores[i, Role.Content]) < LikelyBeyondSentence) roles.AsSpan(w..end).Clear();
        }
    }

    private const double LikelyBeyondSentence = 0.7;

    /// <summary>Commas, full stops, colons and dashes at the edges of sources and contents belong to the sentence around them; the dots of "U.S." do not.</summary>
    public static void DropEdgePunctuation(Role[] roles, IReadOnlyList<string> words)
    {
        for (var w = 0; w < roles.Length; w++)
        {
            if (IsLoose(words[w]) && (w == 0 || roles[w - 1] != roles[w])) roles[w] = Role.Other;
        }
        for (var w = roles.Length - 1; w > 0; w--)
        {
            var closesAbbreviation = words[w] == "." && words[w - 1].Length == 1 && char.IsUpper(words[w - 1][0]);
            if (IsLoose(words[w]) && !closesAbbreviation && (w == roles.Length - 1 || roles[w + 1] != roles[w])) roles[w] = Role.Other;
        }
    }

    private static bool IsLoose(string word) => word is "," or "." or ";" or ":" or "–" or "—" or "-";
}
