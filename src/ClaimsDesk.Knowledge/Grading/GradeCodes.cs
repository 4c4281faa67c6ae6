namespace ClaimsDesk.Knowledge.Grading;

/// <summary>Grades from their codes.</summary>
public static class GradeCodes
{
    /// <summary>The letter of a code; null for anything else.</summary>
    public static Reliability? Reliability(string? code) =>
        Enum.GetValues<Reliability>().Select(grade => (Reliability?)grade).FirstOrDefault(grade => grade?.Code() == code && code is not null);

    /// <summary>The digit of a code; null for anything else.</summary>
    public static Credibility? Credibility(string? code) =>
        Enum.GetValues<Credibility>().Select(grade => (Credibility?)grade).FirstOrDefault(grade => grade?.Code() == code && code is not null);
}
