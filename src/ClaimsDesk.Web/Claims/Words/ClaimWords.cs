using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>What is claimed, in the article's words; a denial or a refusal says so in words before it.</summary>
public static class ClaimWords
{
    private const string Marks = "\"“”„«»‘’'";

    /// <summary>The words of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="sought">What is looked for, and marked; null for nothing.</param>
    public static MarkupString Of(ClaimRow claim, SoughtWords? sought = null)
    {
        var words = Words(claim);
        return Markup.Of($"""{Act(claim.Act)}<span dir="auto">{SoughtText.Of(words, sought?.Marks(words, SearchField.Content))}</span>""");
    }

    private static MarkupString Act(ClaimAct act) => act switch
    {
        ClaimAct.NoComment => new("""<span class="not">NO COMMENT</span> """),
        ClaimAct.Denial => new("""<span class="not">DENIES</span> """),
        _ => default,
    };

    // The span of a direct quotation may or may not hold its marks.
    private static string Words(ClaimRow claim)
    {
        var words = string.Join(' ', claim.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return claim.Quote == QuoteKind.Direct && words.Length > 0 && !Marks.Contains(words[0]) ? $"“{words.TrimEnd('"', '”')}”" : words;
    }
}
