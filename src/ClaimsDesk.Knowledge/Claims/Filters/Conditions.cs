using System.Linq.Expressions;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>Puts conditions on claims together.</summary>
internal static class Conditions
{
    /// <summary>One of the conditions at least. There must be one.</summary>
    public static Expression<Func<Claim, bool>> AnyOf(IReadOnlyList<Expression<Func<Claim, bool>>> conditions) => Joined(conditions, Expression.OrElse);

    /// <summary>All of the conditions. There must be one.</summary>
    public static Expression<Func<Claim, bool>> AllOf(IReadOnlyList<Expression<Func<Claim, bool>>> conditions) => Joined(conditions, Expression.AndAlso);

    /// <summary>Not the condition.</summary>
    public static Expression<Func<Claim, bool>> Not(Expression<Func<Claim, bool>> condition) =>
        Expression.Lambda<Func<Claim, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static Expression<Func<Claim, bool>> Joined(
        IReadOnlyList<Expression<Func<Claim, bool>>> conditions, Func<Expression, Expression, BinaryExpression> join)
    {
        var claim = conditions[0].Parameters[0];
        var body = conditions.Select(condition => new Replace(condition.Parameters[0], claim).Visit(condition.Body)).Aggregate(join);
        return Expression.Lambda<Func<Claim, bool>>(body, claim);
    }

    private sealed class Replace(ParameterExpression old, ParameterExpression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? with : node;
    }
}
