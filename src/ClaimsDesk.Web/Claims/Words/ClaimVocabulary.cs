using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>The field's terms in plain English, where a page needs them in another form than the sentence of a filter.</summary>
public static class ClaimVocabulary
{
    /// <summary>The act as a noun: "no comment".</summary>
    public static string Name(this ClaimAct act) => act == ClaimAct.NoComment ? "no comment" : act.ToString().ToLowerInvariant();

    /// <summary>The reporting words as they read within a line: "According to" → "according to".</summary>
    public static string? Cue(string? cue) =>
        cue is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second) ? char.ToLowerInvariant(first) + cue[1..] : cue;

    /// <summary>What sort of source: "unnamed".</summary>
    public static string Name(this SourceKind kind) => kind switch
    {
        SourceKind.Anonymous => "unnamed",
        SourceKind.Unspecified => "nobody named",
        SourceKind.Author => "the author",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How the content is worded: "in direct speech".</summary>
    public static string Speech(this QuoteKind quote) => quote switch
    {
        QuoteKind.Direct => "in direct speech",
        QuoteKind.Indirect => "in indirect speech",
        QuoteKind.Mixed => "partly in direct speech",
        _ => throw new ArgumentOutOfRangeException(nameof(quote), quote, null),
    };

    /// <summary>What sort of actor: "armed group".</summary>
    public static string Name(this ActorKind kind) => kind == ActorKind.ArmedGroup ? "armed group" : kind.ToString().ToLowerInvariant();
}
