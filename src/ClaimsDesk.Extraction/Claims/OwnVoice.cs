namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// What an author thinks in his own voice ("I think", "we recommend", "you know") is told apart where others speak too, and left out
/// of a text in which nobody else does: on a page without a claim of another there is none. A text that is one person's talk from end
/// to end keeps it.
/// </summary>
internal static class OwnVoice
{
    // Talk has a "think" or "know", or an "um" or "gonna", every hundred words, recipes and manuals one in some hundreds.
    private const int WordsOfTalk = 150;

    /// <summary>The claims, or none where all are the author's or anybody's.</summary>
    public static IReadOnlyList<ExtractedClaim> Without(ArticleReading reading, IReadOnlyList<ExtractedClaim> claims) =>
        claims.Any(c => IsAnothers(reading, c)) || IsTalk(reading, claims.Count) ? claims : [];

    private static bool IsTalk(ArticleReading reading, int claims)
    {
        var words = reading.Sentences.Sum(s => s.Words.Count);
        return claims * WordsOfTalk > words || reading.Sentences.Sum(s => s.Words.Count(w => reading.English.Is("spoken", w.Text))) * WordsOfTalk > words;
    }

    private static bool IsAnothers(ArticleReading reading, ExtractedClaim claim) => claim.SourceKind switch
    {
        SourceKind.Author => false,
        SourceKind.Unspecified => claim.Source is not [var source] || !reading.English.Is("anybody", reading.Text[source]),
        _ => true,
    };
}
