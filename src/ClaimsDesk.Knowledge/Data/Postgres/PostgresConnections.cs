using Microsoft.EntityFrameworkCore;
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
            .Options;
}
