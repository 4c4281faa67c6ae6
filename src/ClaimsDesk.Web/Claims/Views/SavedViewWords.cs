using ClaimsDesk.Knowledge.Claims.Views;

namespace ClaimsDesk.Web.Claims.Views;

/// <summary>What came of saving a view, in a sentence for whoever saved it.</summary>
public static class SavedViewWords
{
    /// <summary>The sentence; null where there is nothing to say.</summary>
    public static string? Of(SavedViewResult result) => result switch
    {
        SavedViewResult.Done => null,
        SavedViewResult.NotAllowed => "Only its owner may change this view, or an administrator. Nothing was changed; save it as a view of your own.",
        SavedViewResult.NotFound => "The view is not there any more. Nothing was changed; save it anew.",
        SavedViewResult.Unusable => $"A view needs a name of at most {SavedViews.LongestName} characters, and an address of at most {SavedViews.LongestQuery:N0}.",
        SavedViewResult.Conflict => "Somebody changed this view meanwhile. Nothing was changed; load the page again to see it.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };
}
