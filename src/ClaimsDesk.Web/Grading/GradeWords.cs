using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Web.Grading;

/// <summary>What came of an assessment, in a sentence for whoever made it.</summary>
public static class GradeWords
{
    /// <summary>The sentence.</summary>
    public static string Of(GradeResult result) => result switch
    {
        GradeResult.Saved => "Saved.",
        GradeResult.Unchanged => "That is what it was already; nothing was changed.",
        GradeResult.NotAllowed => "Only editors may grade, and you are not one any more. Nothing was changed; ask an administrator.",
        GradeResult.NotFound => "It is not there any more. Nothing was changed.",
        GradeResult.NeedsRationale => "Say why in a few words; whoever reads the grade later needs it.",
        GradeResult.Conflict { By: { } by } conflict =>
            $"{by} changed it to {conflict.Theirs ?? "not rated"} while you were writing: “{conflict.Rationale}”. Press Save again to set {conflict.Mine ?? "not rated"} all the same.",
        GradeResult.Conflict conflict => $"Somebody else graded it while you were writing. Press Save again to set {conflict.Mine ?? "not rated"} all the same.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };
}
