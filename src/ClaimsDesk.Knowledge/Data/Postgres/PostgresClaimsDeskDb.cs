using ClaimsDesk.Knowledge.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The knowledge base in a PostgreSQL database.</summary>
public sealed class PostgresClaimsDeskDb(DbContextOptions<PostgresClaimsDeskDb> options) : ClaimsDeskDb(options)
{
    /// <summary>The column of Claims that holds its words for the text search. Null is refused, so no writer can forget it.</summary>
    internal const string Words = "Words";

    /// <inheritdoc/>
    public override IQueryable<int> ClaimsWithWords(string words)
    {
        var query = PostgresFullText.Query(words);
        return Database.SqlQuery<int>($"SELECT \"Id\" AS \"Value\" FROM \"Claims\" WHERE \"Words\" @@ {query}::tsquery");
    }

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
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.AutoDetectChangesEnabled) ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<Claim>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (entry.State == EntityState.Modified && !entry.Property(c => c.ToldBy).IsModified) continue;
            entry.Property<NpgsqlTsVector>(Words).CurrentValue = PostgresFullText.Vector(entry.Entity.Content, entry.Entity.ToldBy);
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
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
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Claim>().Property<NpgsqlTsVector>(Words).IsRequired();
        builder.Entity<Claim>().HasIndex(Words).HasMethod("gin");
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
