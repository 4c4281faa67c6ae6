using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Claims.Words;

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

    /// <summary>The sentence.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="done">What was done to the claims: "graded", "marked “Denied”".</param>
    public static string Of(BulkResult result, string done) => result switch
    {
        BulkResult.Saved { ChangedMeanwhile.Count: 0 } saved => $"{Counted.Of(saved.Changed, "claim")} {done}.",
        BulkResult.Saved saved => $"{Counted.Of(saved.Changed, "claim")} {done}. Left as they are, because somebody else changed them meanwhile: {string.Join(", ", saved.ChangedMeanwhile)}.",
        BulkResult.NotAllowed => Of(new GradeResult.NotAllowed()),
        BulkResult.NeedsRationale => Of(new GradeResult.NeedsRationale()),
        _ => $"Select between one and {BulkGrading.Most} claims first.",
    };

    /// <summary>The sentence.</summary>
    public static string Of(UndoResult result) => result switch
    {
        UndoResult.Undone { Kept: 0 } undone => $"Taken back: {Scale(undone)}.",
        UndoResult.Undone undone => $"Taken back: {Scale(undone)}. Somebody judged {Counted.Of(undone.Kept, "other")} anew since; those stay.",
        UndoResult.NothingToUndo => "You have no grade to take back.",
        _ => Of(new GradeResult.NotAllowed()),
    };

    private static string Scale(UndoResult.Undone undone) => undone.Scale switch
    {
        AssessmentScale.Reliability => $"the reliability of {Counted.Of(undone.Records, "source")}",
        AssessmentScale.Credibility => $"the credibility of {Counted.Of(undone.Records, "claim")}",
        AssessmentScale.Review => $"the review of {Counted.Of(undone.Records, "claim")}",
        AssessmentScale.Status => $"the status of {Counted.Of(undone.Records, "claim")}",
        _ => $"the reliability set for {Counted.Of(undone.Records, "claim")}",
    };
}
