namespace ClaimsDesk.Knowledge.Grading;

/// <summary>
/// How reliable a source is, by the Admiralty scale. Letters, never numbers: they are not averaged nor added.
/// A source that nobody rated has no value (null), which is not <see cref="F"/>.
/// </summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A,
    /// <summary>Usually reliable.</summary>
    B,
    /// <summary>Fairly reliable.</summary>
    C,
    /// <summary>Not usually reliable.</summary>
    D,
    /// <summary>Unreliable.</summary>
    E,
    /// <summary>Reliability cannot be judged: somebody looked, and found no basis.</summary>
    F,
}

/// <summary>How credible what is claimed is, by the Admiralty scale. A claim that nobody rated has no value (null), which is not <see cref="CannotBeJudged"/>.</summary>
public enum Credibility
{
    /// <summary>1: confirmed by other sources.</summary>
    Confirmed = 1,
    /// <summary>2: probably true.</summary>
    ProbablyTrue = 2,
    /// <summary>3: possibly true.</summary>
    PossiblyTrue = 3,
    /// <summary>4: doubtful.</summary>
    Doubtful = 4,
    /// <summary>5: improbable.</summary>
    Improbable = 5,
    /// <summary>6: truth cannot be judged.</summary>
    CannotBeJudged = 6,
}

/// <summary>Where a claim stands. Extraction and import leave every claim <see cref="Unverified"/>; only a person changes it.</summary>
public enum ClaimStatus
{
    /// <summary>Nobody has decided anything.</summary>
    Unverified,
    /// <summary>Two or more independent origins tell it.</summary>
    Corroborated,
    /// <summary>Others tell the contrary.</summary>
    Contested,
    /// <summary>The party concerned denies it.</summary>
    Denied,
    /// <summary>The party concerned admits it.</summary>
    Admitted,
    /// <summary>The outlet took it back.</summary>
    Retracted,
    /// <summary>Set aside, for a reason that is given.</summary>
    Discounted,
}

/// <summary>The codes, labels and meanings of the two scales and of the status.</summary>
public static class Grades
{
    /// <summary>The letter: <c>A</c> to <c>F</c>.</summary>
    public static string Code(this Reliability grade) => grade.ToString();

    /// <summary>The digit as text: <c>1</c> to <c>6</c>.</summary>
    public static string Code(this Credibility grade) => ((char)('0' + (int)grade)).ToString();

    /// <summary>The grade in words: "Usually reliable".</summary>
    public static string Label(this Reliability grade) => grade switch
    {
        Reliability.A => "Completely reliable",
        Reliability.B => "Usually reliable",
        Reliability.C => "Fairly reliable",
        Reliability.D => "Not usually reliable",
        Reliability.E => "Unreliable",
        _ => "Reliability cannot be judged",
    };

    /// <summary>The grade in words: "Possibly true".</summary>
    public static string Label(this Credibility grade) => grade switch
    {
        Credibility.Confirmed => "Confirmed by other sources",
        Credibility.ProbablyTrue => "Probably true",
        Credibility.PossiblyTrue => "Possibly true",
        Credibility.Doubtful => "Doubtful",
        Credibility.Improbable => "Improbable",
        _ => "Truth cannot be judged",
    };

    /// <summary>What the grade means, for whoever chooses it.</summary>
    public static string Meaning(this Reliability grade) => grade switch
    {
        Reliability.A => "No doubt of authenticity, trustworthiness or competency; a history of complete reliability.",
        Reliability.B => "Minor doubt; a history of valid information most of the time.",
        Reliability.C => "Doubt, but has provided valid information in the past.",
        Reliability.D => "Significant doubt, but has provided valid information in the past.",
        Reliability.E => "Lacking in authenticity, trustworthiness and competency; a history of invalid information.",
        _ => "No basis for evaluating the source.",
    };

    /// <summary>What the grade means, for whoever chooses it.</summary>
    public static string Meaning(this Credibility grade) => grade switch
    {
        Credibility.Confirmed => "Confirmed by independent sources; logical in itself; consistent with other information.",
        Credibility.ProbablyTrue => "Not confirmed; logical; consistent with other information.",
        Credibility.PossiblyTrue => "Not confirmed; reasonably logical; agrees with some other information.",
        Credibility.Doubtful => "Not confirmed; possible but not logical; no other information on the subject.",
        Credibility.Improbable => "Not confirmed; not logical; contradicted by other information.",
        _ => "No basis for evaluating.",
    };

    /// <summary>The status in words: "Denied by the party concerned".</summary>
    public static string Label(this ClaimStatus status) => status switch
    {
        ClaimStatus.Denied => "Denied by the party concerned",
        ClaimStatus.Admitted => "Admitted by the party concerned",
        ClaimStatus.Retracted => "Retracted by the outlet",
        _ => status.ToString(),
    };
}
