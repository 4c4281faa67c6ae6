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

    /// <summary>The filter without this key.</summary>
    public abstract ClaimFilter Clear(ClaimFilter filter);

    /// <summary>What to say when a value can't be read: which values there are.</summary>
    public abstract string Takes { get; }

    /// <summary>Keeps the claims that fit any of the values.</summary>
    public abstract IQueryable<Claim> Keep(IQueryable<Claim> claims, ClaimFilter filter, ClaimsDeskDb db);

    /// <summary>The values in words, each with the filter that lacks it.</summary>
    public abstract IEnumerable<SentencePart> Say(ClaimFilter filter, FilterNames names);
}

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>A key whose values are of type <typeparamref name="T"/>.</summary>
internal sealed class FilterKey<T>(string name) : FilterKey(name)
{
    public required Func<ClaimFilter, Choices<T>> Get { get; init; }
    public required Func<ClaimFilter, Choices<T>, ClaimFilter> Set { get; init; }
    public required TryRead<T> ReadValue { get; init; }
    public required Func<T, string> WriteValue { get; init; }
    public required Func<T, ClaimsDeskDb, Expression<Func<Claim, bool>>> Fits { get; init; }

    /// <summary>What stands before the first value in a sentence: "told by".</summary>
    public string Lead { get; init; } = "";

    public required Func<T, FilterNames, string> InWords { get; init; }

    public required string Values { get; init; }

    public override string Takes => Values;

    public override IEnumerable<string> Write(ClaimFilter filter) => Get(filter).Select(WriteValue);

    public override ClaimFilter? Read(ClaimFilter filter, string text) =>
        ReadValue(text, out var value) ? Set(filter, Get(filter).With(value)) : null;

    public override ClaimFilter Clear(ClaimFilter filter) => Set(filter, []);

    public override IQueryable<Claim> Keep(IQueryable<Claim> claims, ClaimFilter filter, ClaimsDeskDb db)
    {
        var values = Get(filter);
        return values.Count == 0 ? claims : claims.Where(AnyOf([.. values.Select(value => Fits(value, db))]));
    }

    public override IEnumerable<SentencePart> Say(ClaimFilter filter, FilterNames names)
    {
        var values = Get(filter);
        return values.Select((value, i) => new SentencePart(
            Name, i == 0 ? Lead : "or", InWords(value, names), Set(filter, values.Without(value)).FromStart()));
    }

    private static Expression<Func<Claim, bool>> AnyOf(IReadOnlyList<Expression<Func<Claim, bool>>> conditions)
    {
        var claim = conditions[0].Parameters[0];
        var body = conditions
            .Select(condition => new Replace(condition.Parameters[0], claim).Visit(condition.Body))
            .Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<Claim, bool>>(body, claim);
    }

    private sealed class Replace(ParameterExpression old, ParameterExpression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? with : node;
    }
}
