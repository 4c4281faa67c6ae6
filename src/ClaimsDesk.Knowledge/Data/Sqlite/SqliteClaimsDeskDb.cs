using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>The knowledge base in a SQLite file.</summary>
public sealed class SqliteClaimsDeskDb(DbContextOptions<SqliteClaimsDeskDb> options) : ClaimsDeskDb(options)
{
    /// <inheritdoc/>
    public override string? TroubleOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var trouble = exception as SqliteException ?? exception.InnerException as SqliteException;
        return trouble is not null && SqliteTrouble.IsWithFile(trouble) ? SqliteTrouble.Sentence(trouble, Database.GetDbConnection().DataSource) : null;
    }

    internal override IQueryable<int> ClaimsMatching(SearchNode node)
    {
        var expression = SqliteFullText.Expression(node);
        return Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"ClaimText\" WHERE \"ClaimText\" MATCH {expression}");
    }

    internal override IQueryable<int> ArticlesMatching(SearchNode node)
    {
        var expression = SqliteFullText.Expression(node);
        return Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"ArticleText\" WHERE \"ArticleText\" MATCH {expression}");
    }

    // Microsoft.Data.Sqlite begins IMMEDIATE: the transaction can't find later that another process wrote meanwhile.
    internal override Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(cancellationToken);
}

/// <summary>For <c>dotnet ef migrations</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteClaimsDeskDb>
{
    public SqliteClaimsDeskDb CreateDbContext(string[] args) => new(SqliteConnections.Options("design.db"));
}
