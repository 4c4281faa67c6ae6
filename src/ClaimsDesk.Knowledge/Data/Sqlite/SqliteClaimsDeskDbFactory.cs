using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>Makes contexts on one SQLite file.</summary>
public sealed class SqliteClaimsDeskDbFactory(string databasePath) : IDbContextFactory<ClaimsDeskDb>
{
    private readonly DbContextOptions<SqliteClaimsDeskDb> _options = SqliteConnections.Options(databasePath);

    /// <inheritdoc/>
    public ClaimsDeskDb CreateDbContext() => new SqliteClaimsDeskDb(_options);
}
