namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>What a chosen value asks of a claim.</summary>
public enum Sense
{
    /// <summary>The claim fits this one or another of the key that is chosen so: <c>actor=17&amp;actor=18</c>.</summary>
    AnyOf,
    /// <summary>The claim fits this one whatever else is chosen: <c>actor=all:17&amp;actor=all:18</c>.</summary>
    AllOf,
    /// <summary>The claim does not fit this one: <c>actor=-17</c>.</summary>
    NoneOf,
}

/// <summary>A value of one key of a filter, and what it asks.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sense">What it asks.</param>
public readonly record struct Choice<T>(T Value, Sense Sense = Sense.AnyOf)
{
    /// <summary>A value of which any will do: how most are chosen.</summary>
    public static implicit operator Choice<T>(T value) => new(value);
}

/// <summary>
/// A choice in a URL: the value, behind <c>-</c> where it is excluded and behind <c>all:</c> where it is required. A value that itself
/// begins like that stands behind <c>any:</c>.
/// </summary>
internal static class ChoiceText
{
    private const string Exclude = "-", Require = "all:", Literal = "any:";

    public static string Write(string value, Sense sense) => sense switch
    {
        Sense.NoneOf => Exclude + value,
        Sense.AllOf => Require + value,
        _ => Begins(value, Exclude) || Begins(value, Require) || Begins(value, Literal) ? Literal + value : value,
    };

    public static (string Value, Sense Sense) Read(string text)
    {
        var trimmed = text.TrimStart();
        if (Begins(trimmed, Exclude)) return (trimmed[Exclude.Length..], Sense.NoneOf);
        if (Begins(trimmed, Require)) return (trimmed[Require.Length..], Sense.AllOf);
        return (Begins(trimmed, Literal) ? trimmed[Literal.Length..] : text, Sense.AnyOf);
    }

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
