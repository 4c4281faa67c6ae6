namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What the order of words shows where the tree was misread.</summary>
internal static class WordOrder
{
    /// <summary>"The old bridge, the engineers said, was close to collapse": a subject alone is not told, so the rest of the sentence is told too.</summary>
    public static void TakePredicate(Role[] roles, WindowView view, int anchor)
    {
        var end = anchor + 1;
        while (end < roles.Length && roles[end] == Role.Cue) end++;
        var start = anchor;
        while (start > 0 && roles[start - 1] is Role.Cue or Role.Source) start--;
        if (start < 2 || end >= roles.Length - 1 || roles[start] != Role.Source) return;
        if (view.Forms[start - 1] != WordForm.Comma || view.Forms[end] != WordForm.Comma || roles[start - 2] != Role.Content) return;
        for (var w = start - 2; w >= 0 && roles[w] == Role.Content; w--)
        {
            if (view.TagOf(w) is "VERB" or "AUX" || view.QuotationNumbers[w] >= 0) return;
        }
        for (var w = end + 1; w < roles.Length && view.SentenceNumbers[w] == view.SentenceNumbers[anchor] && roles[w] == Role.Other; w++) roles[w] = Role.Content;
    }

    /// <summary>"The plan has been criticised by farmers as a waste of money": what it is called behind the source is told too.</summary>
    public static void TakeVerdict(Role[] roles, WindowView view, int anchor)
    {
        var w = anchor + 1;
        while (w < roles.Length && (roles[w] is Role.Cue or Role.Source || view.Forms[w] == WordForm.By)) w++;
        if (w == anchor + 1 || w >= roles.Length || view.Forms[w] != WordForm.As || roles[w - 1] != Role.Source || !roles.AsSpan(0, anchor).Contains(Role.Content)) return;
        for (; w < roles.Length && roles[w] == Role.Other && view.Forms[w] is not (WordForm.Comma or WordForm.Stop or WordForm.Semicolon); w++) roles[w] = Role.Content;
    }

    /// <summary>"The agency's director, Tom Berg, warned": the name between the commas is the source's too.</summary>
    public static void TakeName(Role[] roles, WindowView view, int anchor)
    {
        var end = anchor;
        while (end > 0 && roles[end - 1] == Role.Cue) end--;
        if (end < 3 || view.Forms[end - 1] != WordForm.Comma) return;
        var start = end - 1;
        while (start > 0 && view.TagOf(start - 1) == "PROPN" && roles[start - 1] == Role.Other) start--;
        if (start < end - 1 && start > 1 && view.Forms[start - 1] == WordForm.Comma && roles[start - 2] == Role.Source) roles.AsSpan((start - 1)..(end - 1)).Fill(Role.Source);
    }
}
