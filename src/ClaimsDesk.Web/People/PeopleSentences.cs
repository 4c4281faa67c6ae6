using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.People;

/// <summary>Outcomes in words.</summary>
public static class PeopleSentences
{
    /// <summary>What <paramref name="outcome"/> means to the one who tried.</summary>
    public static string Of(PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Done => "Done.",
        PeopleOutcome.NameTaken => "Somebody has that name already; choose another.",
        PeopleOutcome.NameUnusable => "A name has 1 to 60 characters, all of them visible.",
        PeopleOutcome.LastAdmin => "This is the last administrator. Give another person that role first.",
        PeopleOutcome.NotFirst => "There is an administrator already.",
        _ => "There is no such person any more. Load the page again.",
    };

    /// <summary>What a role may do.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Analyst => "reads everything",
        Role.Editor => "reads, grades, and sets what a text does not say",
        _ => "reads, grades, imports, and manages people",
    };
}
