using System.Globalization;
using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The kinds of keys there are: what their values look like in a URL.</summary>
internal static class KeyOf
{
    /// <summary>A source, an actor, …, by number or by name; where the claim may have none, <c>none</c>, and how that reads.</summary>
    public static FilterKey<Pick> Record(
        string name, Func<ClaimFilter, Choices<Pick>> get, Func<ClaimFilter, Choices<Pick>, ClaimFilter> set, string lead,
        Func<Pick, FilterNames, string> words, Func<Pick, FilterScope, Expression<Func<Claim, bool>>> fits, string? none = null) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = Pick.TryRead,
            WriteValue = pick => pick.ToString(),
            Fits = fits,
            Lead = lead,
            InWords = (pick, names) => none is not null && pick.IsNone ? none : words(pick, names),
            Values = none is null ? "a name or a number" : "a name, a number or none",
            TakesNone = none is not null,
        };

    /// <summary>One of a few words.</summary>
    public static FilterKey<T> Word<T>(
        string name, Func<ClaimFilter, Choices<T>> get, Func<ClaimFilter, Choices<T>, ClaimFilter> set,
        Func<T, string> words, Func<T, Expression<Func<Claim, bool>>> fits, string not = "not") where T : struct, Enum => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = FilterWords.TryReadWord,
            WriteValue = FilterWords.Word,
            Fits = (value, _) => fits(value),
            NotLead = not,
            InWords = (value, _) => words(value),
            Values = string.Join(", ", Enum.GetValues<T>().Select(FilterWords.Word)),
        };

    /// <summary>A part of a name; where the claim may lack it, <c>none</c>, and how that reads.</summary>
    public static FilterKey<string> Text(
        string name, Func<ClaimFilter, Choices<string>> get, Func<ClaimFilter, Choices<string>, ClaimFilter> set, string lead,
        Func<string, FilterScope, Expression<Func<Claim, bool>>> fits, string? none = null) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = ReadText,
            WriteValue = text => text,
            Fits = fits,
            Lead = lead,
            InWords = (text, _) => none is not null && FilterWords.IsNone(text) ? none : $"“{text}”",
            Values = none is null ? "a part of a name" : "a part of a name, or none",
        };

    /// <summary>Yes or no; in a sentence its own name, or "not" before it.</summary>
    public static FilterKey<bool> Flag(
        string name, Func<ClaimFilter, Choices<bool>> get, Func<ClaimFilter, Choices<bool>, ClaimFilter> set,
        Func<bool, Expression<Func<Claim, bool>>> fits) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = (string text, out bool yes) => bool.TryParse(text, out yes),
            WriteValue = yes => yes ? "true" : "false",
            Fits = (yes, _) => fits(yes),
            NotLead = "",
            InWords = (yes, _) => yes ? name : $"not {name}",
            NotInWords = yes => yes ? $"not {name}" : name,
            Values = "true or false",
        };

    /// <summary>A record that only has a number.</summary>
    public static FilterKey<int> Number(
        string name, Func<ClaimFilter, Choices<int>> get, Func<ClaimFilter, Choices<int>, ClaimFilter> set, string lead,
        Func<int, FilterNames, string> words, Func<int, FilterScope, Expression<Func<Claim, bool>>> fits) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = FilterWords.TryReadNumber,
            WriteValue = id => id.ToString(CultureInfo.InvariantCulture),
            Fits = fits,
            Lead = lead,
            InWords = words,
            Values = "a number",
        };

    /// <summary>A grade, or none.</summary>
    public static FilterKey<T> Grade<T>(
        string name, Func<ClaimFilter, Choices<T>> get, Func<ClaimFilter, Choices<T>, ClaimFilter> set, TryRead<T> read,
        Func<T, string?> code, Func<T, Expression<Func<Claim, bool>>> fits, string values) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = read,
            WriteValue = grade => code(grade) ?? FilterWords.None,
            Fits = (grade, _) => fits(grade),
            Lead = name,
            NotLead = $"{name} not",
            InWords = (grade, _) => code(grade) ?? "not rated",
            NotInWords = grade => code(grade) ?? "unrated",
            Values = values,
        };

    /// <summary>Days.</summary>
    public static FilterKey<DateChoice> Days(
        string name, Func<ClaimFilter, Choices<DateChoice>> get, Func<ClaimFilter, Choices<DateChoice>, ClaimFilter> set, string lead,
        Expression<Func<Claim, bool>> isUnknown, Func<DateOnly, DateOnly, Expression<Func<Claim, bool>>> fits) => new(name)
        {
            Get = get,
            Set = set,
            ReadValue = DateChoice.TryRead,
            WriteValue = days => days.ToString(),
            Fits = (days, scope) => days.On(scope.Today) is { } span ? fits(span.First, span.Last) : isUnknown,
            Lead = lead,
            InWords = (days, _) => DateWords.Of(days),
            Values = "a year, month or day, 2024, 2024-08 or 2024-08-05, two of them with .. between, the last days as 7d, or none",
        };

    private static bool ReadText(string text, out string part)
    {
        part = text.Trim();
        return NameKey.Of(part).Length > 0;
    }
}
