namespace ClaimsDesk.Web.Api.Description;

/// <summary>The keys of the claim filter, each in a sentence.</summary>
internal static class ClaimKeyWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["q"] = "Claims whose words, or whose tellers' names, hold these words; words in quotation marks stand together.",
        ["source"] = "Claims told by this source, at any hop of the chain.",
        ["kind"] = "Claims whose claimant, the last of the chain, is of this kind.",
        ["chain"] = "Claims told through somebody, at any hop, whose name holds this.",
        ["ends"] = "Claims that originate with this source, the last of the chain.",
        ["affiliation"] = "Claims whose claimant belongs to this.",
        ["actor"] = "Claims about this actor, by any of its names.",
        ["place"] = "Claims that speak of this place.",
        ["act"] = "Claims by what the claimant does.",
        ["quote"] = "Claims by how they are worded.",
        ["negated"] = "Claims that are denied, withheld or negative in themselves, or those that are not.",
        ["hedged"] = "Claims that are weakened (may, reportedly), or those that are not.",
        ["outlet"] = "Claims that this outlet published.",
        ["article"] = "Claims of this article.",
        ["batch"] = "Claims that this import brought.",
        ["reliability"] = "Claims by the effective reliability of their tellers.",
        ["credibility"] = "Claims by their credibility.",
        ["status"] = "Claims by where they stand.",
        ["review"] = "Claims by whether an editor let the reading stand or rejected it.",
        ["confidence"] = "Claims by how sure the finder is that there is one.",
        ["said"] = "Claims that may have been said then.",
        ["happened"] = "Claims about what may have happened then.",
        ["published"] = "Claims of articles published then.",
        ["sort"] = "The order of the claims.",
        ["after"] = "Reads on from this claim. Pages give it in `next`.",
        ["size"] = "How many claims a page holds; 50 unless given.",
    };

    /// <summary>What a key does.</summary>
    public static string Of(string key) => Words.GetValueOrDefault(key) ?? $"Chooses claims by {key}.";

    /// <summary>Whether a key has one value at most. Of the others any value will do, a value behind - excludes, and values behind all: must each fit.</summary>
    public static bool IsSingle(string key) => key is "sort" or "after" or "size";
}
