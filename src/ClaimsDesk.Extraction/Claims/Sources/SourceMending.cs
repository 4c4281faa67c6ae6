namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>Mends sources that grammar knows better than the model: each reading looks at all drafts and changes those it is sure of.</summary>
internal static class SourceMending
{
    /// <summary>Before claims are put inside claims, since the end of a content can change with who tells what follows it.</summary>
    public static void BeforeNesting(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.Source.Count > 0) draft.Source = [.. draft.Source.Select(s => SourceShape.WithoutTime(reading, s))];
            ExpletiveIt.Mend(reading, draft);
            HearerOfQuestion.Mend(reading, draft);
            AgentInContent.Mend(reading, draft);
            OwnSubject.Mend(reading, draft);
            AuthorOfDocument.Mend(reading, draft);
        }
        TrailingParticiple.Mend(reading, drafts);
        RemarkOnSource.Mend(reading, drafts);
    }

    /// <summary>Once each draft has its parent.</summary>
    public static void AfterNesting(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        foreach (var draft in drafts.Where(d => d.Parent is not null)) NestedSubject.Mend(reading, draft);
    }
}
