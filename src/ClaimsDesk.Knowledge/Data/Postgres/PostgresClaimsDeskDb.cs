using System.Data;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Knowledge.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The knowledge base in a PostgreSQL database.</summary>
public sealed class PostgresClaimsDeskDb(DbContextOptions<PostgresClaimsDeskDb> options) : ClaimsDeskDb(options)
{
    /// <summary>The column of Claims and Articles that holds their words for the text search. A claim's may not be null, so no writer can forget it.</summary>
    internal const string Words = "Words";

    /// <inheritdoc/>
    public override string? TroubleOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var trouble = exception as NpgsqlException ?? exception.InnerException as NpgsqlException;
        if (trouble is null || !PostgresTrouble.IsWithServer(trouble)) return null;
        var address = new NpgsqlConnectionStringBuilder(Database.GetConnectionString());
        return PostgresTrouble.Sentence(trouble, PostgresTrouble.NameOf(address.Host, address.Port, address.Database));
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.AutoDetectChangesEnabled) ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<Claim>().Where(IsToIndex).ToList())
            entry.Property<NpgsqlTsVector>(Words).CurrentValue = PostgresFullText.OfClaim(entry.Entity);
        foreach (var entry in ChangeTracker.Entries<Article>().Where(IsToIndex).ToList())
        {
            await entry.Reference(a => a.SourceFile).LoadAsync(cancellationToken);
            entry.Property<NpgsqlTsVector>(Words).CurrentValue = PostgresFullText.OfArticle(entry.Entity);
        }
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static bool IsToIndex(EntityEntry<Claim> entry) => entry.State == EntityState.Added
        || (entry.State == EntityState.Modified && (entry.Property(c => c.ToldBy).IsModified || entry.Property(c => c.Context).IsModified));

    private static bool IsToIndex(EntityEntry<Article> entry) => entry.State == EntityState.Added
        || (entry.State == EntityState.Modified && entry.Property(a => a.Title).IsModified)
        || (entry.State != EntityState.Deleted && entry.Property<NpgsqlTsVector?>(Words).CurrentValue is null);

    internal override IQueryable<Article> LackingTextSearch(IQueryable<Article> articles) =>
        articles.Where(a => EF.Property<NpgsqlTsVector?>(a, Words) == null || a.Claims.Any(c => c.Context == null));

    internal override IQueryable<int> ClaimsMatching(SearchNode node)
    {
        var query = PostgresFullText.Query(node);
        return Database.SqlQuery<int>($"SELECT \"Id\" AS \"Value\" FROM \"Claims\" WHERE \"Words\" @@ {query}::tsquery");
    }

    internal override IQueryable<int> ArticlesMatching(SearchNode node)
    {
        var query = PostgresFullText.Query(node);
        return Database.SqlQuery<int>($"SELECT \"Id\" AS \"Value\" FROM \"Articles\" WHERE \"Words\" @@ {query}::tsquery");
    }

    // For a common word PostgreSQL reads the table; it takes reading words for cheap, and so neither shares the work nor makes room for the
    // places (2.5 s in place of 0.9 s for 128,000 of a million claims). Holds until the connection goes back to the pool.
    internal override async Task ReadKeysAsync(IQueryable<int> keys, Action<int> read, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(keys, cancellationToken);
        command.CommandText = $"SET work_mem = '64MB'; SET jit = off; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; {command.CommandText}";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (rows.Read()) read(rows.GetInt32(0));
    }

    /// <inheritdoc/>
    // The lock of writers is in the database; whoever leases does so in a moment, and passes over what another is just leasing.
    public override IQueryable<ImportBatch> BatchesToTake(DateTime now) => ImportBatches.FromSql($"""
        SELECT * FROM "ImportBatches"
        WHERE "State" IN ('Receiving', 'Waiting', 'Running', 'Undoing') AND ("LeasedUntil" IS NULL OR "LeasedUntil" < {now})
        ORDER BY "Id" FOR UPDATE SKIP LOCKED
        """);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<int>> NewKeysAsync(string table, int count, CancellationToken cancellationToken)
    {
        var sequence = $"\"{table}\"";
        return await Database.SqlQuery<int>(
            $"SELECT nextval(pg_get_serial_sequence({sequence}, 'Id'))::int AS \"Value\" FROM generate_series(1, {count})").ToListAsync(cancellationToken);
    }

    internal override object? ColumnOfItsOwn(string column, object record) =>
        (column, record) switch
        {
            (Words, Claim claim) => PostgresFullText.OfClaim(claim),
            (Words, Article article) => PostgresFullText.OfArticle(article),
            _ => base.ColumnOfItsOwn(column, record),
        };

    internal override async Task InsertRowsAsync(RowShape shape, IReadOnlyList<object> records, ReadyRows ready, CancellationToken cancellationToken)
    {
        await using var writer = await PostgresRows.BeginAsync((NpgsqlConnection)Database.GetDbConnection(), shape, cancellationToken);
        foreach (var record in records) await PostgresRows.WriteAsync(writer, shape, this, record, ready.Of(record), cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }

    // READ COMMITTED, so that what is read after the lock was had is what its last holder committed. The lock goes with the transaction.
    internal override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '30s'", cancellationToken);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresConnections.WritingLock})", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
        return transaction;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Claim>().Property<NpgsqlTsVector>(Words).IsRequired();
        builder.Entity<Claim>().HasIndex(Words).HasMethod("gin");
        builder.Entity<Article>().Property<NpgsqlTsVector?>(Words);
        builder.Entity<Article>().HasIndex(Words).HasMethod("gin");
        builder.Entity<Article>().HasIndex(a => a.Id, "IX_Articles_WithoutWords").HasFilter("\"Words\" IS NULL");
        CompareAsSqliteDoes(builder);
    }

    // By code point and not as the database's language would: names sort alike on both, and an index serves LIKE.
    private static void CompareAsSqliteDoes(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            var stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
            if (stored == typeof(string)) property.SetCollation("C");
        }
    }
}

/// <summary>For <c>dotnet ef migrations</c>, which only looks at the model.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresClaimsDeskDb>
{
    public PostgresClaimsDeskDb CreateDbContext(string[] args) =>
        new(PostgresConnections.Options(NpgsqlDataSource.Create("Host=localhost;Database=design")));
}
