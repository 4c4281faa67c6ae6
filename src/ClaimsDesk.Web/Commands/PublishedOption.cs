using System.CommandLine;
using System.Globalization;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>--published</c>, of every command that reads texts.</summary>
public static class PublishedOption
{
    /// <summary>A new option.</summary>
    public static Option<DateOnly?> Create() => new("--published")
    {
        Description = "The day the texts were published, such as 2024-08-06; it wins over what they say.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"'{result.Tokens[0].Value}' is not a day. Write it as 2024-08-06.");
            return null;
        },
    };
}
