using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Data;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>One key of the filter: how its values stand in a URL, which claims they mean, and how they read in a sentence.</summary>
internal abstract class FilterKey(string name)
{
    /// <summary>The key in the URL; fixed for years.</summary>
    public string Name { get; } = name;

    /// <summary>The values as they stand in a URL.</summary>
    public abstract IEnumerable<string> Write(ClaimFilter filter);

    /// <summary>Adds a value; null when it can't be read.</summary>
    public abstract ClaimFilter? Read(ClaimFilter filter, string text);

    /// <summary>What to say when a value can't be read: which values there are.</summary>
    public abstract string Takes { get; }

    /// <summary>Keeps the claims that fit what is chosen.</summary>
    public abstract IQueryable<Claim> Keep(IQueryable<Claim> claims, ClaimFilter filter, FilterScope scope);

    /// <summary>The values in words, each with the filter that lacks it.</summary>
    public abstract IEnumerable<SentencePart> Say(ClaimFilter filter, FilterNames names);

    /// <summary>The filter without the values of which any will do: under it, what else there is to choose is counted.</summary>
    public abstract ClaimFilter WithoutAnyOf(ClaimFilter filter);

    /// <summary>What is asked of a value, written as in a URL without a mark; null where it is not chosen.</summary>
    public abstract Sense? SenseOf(ClaimFilter filter, string value);

    /// <summary>The filter with the value chosen in this sense and no other; null where it can't be read.</summary>
    public abstract ClaimFilter? With(ClaimFilter filter, string value, Sense sense);

    /// <summary>The filter with this value in place of all others that are included; null where it can't be read.</summary>
    public abstract ClaimFilter? Only(ClaimFilter filter, string value);

    /// <summary>The filter without the value, whatever was asked of it.</summary>
    public abstract ClaimFilter Without(ClaimFilter filter, string value);
}

/// <summary>What a filter needs to become a query.</summary>
/// <param name="Db">The database that is asked.</param>
/// <param name="Today">The day up to which the last days are counted, UTC.</param>
internal sealed record FilterScope(ClaimsDeskDb Db, DateOnly Today);

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>A key whose values are of type <typeparamref name="T"/>.</summary>
internal sealed class FilterKey<T>(string name) : FilterKey(name)
{
    public required Func<ClaimFilter, Choices<T>> Get { get; init; }
    public required Func<ClaimFilter, Choices<T>, ClaimFilter> Set { get; init; }
    public required TryRead<T> ReadValue { get; init; }
    public required Func<T, string> WriteValue { get; init; }
    public required Func<T, FilterScope, Expression<Func<Claim, bool>>> Fits { get; init; }

    /// <summary>What stands before the first value in a sentence: "told by".</summary>
    public string Lead { get; init; } = "";

    /// <summary>What stands before the first value that is excluded: "not told by"; made from <see cref="Lead"/> where it is not given.</summary>
    public string? NotLead { get; init; }

    public required Func<T, FilterNames, string> InWords { get; init; }

    /// <summary>The value when it is excluded, where that has words of its own: "not hedged" for <c>hedged=-true</c>.</summary>
    public Func<T, string>? NotInWords { get; init; }

    public required string Values { get; init; }

    /// <summary>Whether "none" asks for claims without such a record, and names none.</summary>
    public bool TakesNone { get; init; }

    public override string Takes => Values;

    public override IEnumerable<string> Write(ClaimFilter filter) => Get(filter).Select(choice => ChoiceText.Write(WriteValue(choice.Value), choice.Sense));

    public override ClaimFilter? Read(ClaimFilter filter, string text)
    {
        var (written, sense) = ChoiceText.Read(text);
        return ReadValue(written, out var value) ? Set(filter, [.. Get(filter), new Choice<T>(value, sense)]) : null;
    }

    public override IQueryable<Claim> Keep(IQueryable<Claim> claims, ClaimFilter filter, FilterScope scope)
    {
        var choices = Get(filter);
        var any = choices.AnyOf.Select(value => Fits(value, scope)).ToList();
        if (any.Count > 0) claims = claims.Where(Conditions.AnyOf(any));
        foreach (var value in choices.AllOf) claims = claims.Where(Fits(value, scope));
        foreach (var value in choices.NoneOf) claims = claims.Where(Conditions.Not(Fits(value, scope)));
        return claims;
    }

    public override IEnumerable<SentencePart> Say(ClaimFilter filter, FilterNames names)
    {
        var choices = Get(filter);
        SentencePart Part(Choice<T> choice, string before, string words) => new(Name, before, words, Set(filter, choices.Without(choice)).FromStart());
        IEnumerable<SentencePart> Parts(Sense sense, string lead, string joint, Func<T, string> words) => choices
            .Where(choice => choice.Sense == sense).Select((choice, i) => Part(choice, i == 0 ? lead : joint, words(choice.Value)));
        return Parts(Sense.AnyOf, Lead, "or", value => InWords(value, names))
            .Concat(Parts(Sense.AllOf, Lead, "and", value => InWords(value, names)))
            .Concat(Parts(Sense.NoneOf, NotLead ?? $"not {Lead}".TrimEnd(), "or", value => NotInWords?.Invoke(value) ?? InWords(value, names)));
    }

    public override ClaimFilter WithoutAnyOf(ClaimFilter filter) => Set(filter, Get(filter).WithoutAnyOf());

    public override Sense? SenseOf(ClaimFilter filter, string value) => ReadValue(value, out var read) ? Get(filter).SenseOf(read) : null;

    public override ClaimFilter? With(ClaimFilter filter, string value, Sense sense) =>
        ReadValue(value, out var read) ? Set(filter, Get(filter).With(read, sense)) : null;

    public override ClaimFilter? Only(ClaimFilter filter, string value) => ReadValue(value, out var read) ? Set(filter, Get(filter).Only(read)) : null;

    public override ClaimFilter Without(ClaimFilter filter, string value) =>
        ReadValue(value, out var read) ? Set(filter, Get(filter).Without(read)) : filter;
}
