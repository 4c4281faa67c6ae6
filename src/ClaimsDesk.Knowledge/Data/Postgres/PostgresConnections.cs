using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>How the database is talked to.</summary>
internal static class PostgresConnections
{
    // Advisory locks are known by number, in each database apart: any two that nothing else takes.
    public const long OpeningLock = 4_936_001_001, WritingLock = 4_936_001_002;

    public static DbContextOptions<PostgresClaimsDeskDb> Options(NpgsqlDataSource connections) =>
        new DbContextOptionsBuilder<PostgresClaimsDeskDb>()
            .UseNpgsql(connections, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(WithoutNul.Instance)
            .Options;

    /// <summary>PostgreSQL holds no NUL in a text, and refuses to be asked for one: what is asked or stored goes without, as import does.</summary>
    private sealed class WithoutNul : DbCommandInterceptor
    {
        public static readonly WithoutNul Instance = new();

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            foreach (DbParameter parameter in result.Parameters)
            {
                if (parameter.Value is string text && HasNul(text)) parameter.Value = Without(text);
                else if (parameter.Value is IEnumerable<string> texts && texts.Any(HasNul)) parameter.Value = texts.Select(Without).ToList();
            }
            return result;
        }

        private static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);

        private static string Without(string text) => text.Replace("\0", "", StringComparison.Ordinal);
    }
}
