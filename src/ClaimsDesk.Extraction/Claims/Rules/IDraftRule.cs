namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>Finds attributions that a general pattern of English shows. A rule reads the tree and the word lists, knows no text, and ships with examples.</summary>
internal interface IDraftRule
{
    /// <summary>What a claim says it was found by.</summary>
    string Name { get; }

    /// <summary>The pattern in one sentence, for whoever asks why there is a claim.</summary>
    string Why { get; }

    /// <summary>The attributions of one sentence.</summary>
    IEnumerable<Draft> Find(ArticleReading reading, int sentence);
}
