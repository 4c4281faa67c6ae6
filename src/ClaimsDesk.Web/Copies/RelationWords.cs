using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Copies;

namespace ClaimsDesk.Web.Copies;

/// <summary>Near-copies in words.</summary>
public static class RelationWords
{
    /// <summary>What an article is to the one that is named after these words.</summary>
    public static string Of(RelatedArticle related)
    {
        ArgumentNullException.ThrowIfNull(related);
        return (related.Kind, related.IsEarlier) switch
        {
            (RelationKind.Version, true) => "Another version of",
            (RelationKind.Version, false) => "Printed anew as",
            (_, true) => "Copy of",
            _ => "Copied by",
        };
    }
}
