using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>Why a claim fits words that stand neither in it nor among its tellers: the line beside it, or of its article, that has them.</summary>
public static class ReasonText
{
    /// <summary>The reason; nothing where there is none to give.</summary>
    public static MarkupString Of(MatchReason? why) => why is not { } reason ? default : Markup.Of(
        $"""<p class="reason">{(reason.Field == SearchField.Article ? "In its article" : "Beside it")}: <q dir="auto">… {SoughtText.Of(reason.Text, reason.Marks)} …</q></p>""");
}
