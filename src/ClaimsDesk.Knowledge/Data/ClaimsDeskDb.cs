using System.Data.Common;
using System.Linq.Expressions;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Views;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>The knowledge base. What differs between databases is in the subclass for each, with its migrations.</summary>
public abstract class ClaimsDeskDb(DbContextOptions options) : IdentityUserContext<Person>(options)
{
    /// <summary>The files that were brought in.</summary>
    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();

    /// <summary>The articles found in them.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>Everybody who is said to tell something.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Everybody and everything that claims are about.</summary>
    public DbSet<Actor> Actors => Set<Actor>();

    /// <summary>The claims.</summary>
    public DbSet<Claim> Claims => Set<Claim>();

    /// <summary>The tellers of the claims.</summary>
    public DbSet<ClaimHop> ClaimHops => Set<ClaimHop>();

    /// <summary>What the claims are about.</summary>
    public DbSet<ClaimActor> ClaimActors => Set<ClaimActor>();

    /// <summary>The judgements of people.</summary>
    public DbSet<Assessment> Assessments => Set<Assessment>();

    /// <summary>Which judgements were made together.</summary>
    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    /// <summary>The views that people saved.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>The imports.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>What became of each imported text.</summary>
    public DbSet<ImportItem> ImportItems => Set<ImportItem>();

    /// <summary>The files that wait to be imported.</summary>
    public DbSet<IncomingFile> IncomingFiles => Set<IncomingFile>();

    /// <summary>Which claims were changed or deleted, in order.</summary>
    internal DbSet<ClaimChange> ClaimChanges => Set<ClaimChange>();

    /// <summary>What admins have set.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>What the processes of a desk share to trust each other's cookies and links.</summary>
    public DbSet<SharedSecret> SharedSecrets => Set<SharedSecret>();

    /// <summary>Which articles are near-copies of which.</summary>
    public DbSet<ArticleRelation> ArticleRelations => Set<ArticleRelation>();

    /// <summary>By what near-copies are found.</summary>
    public DbSet<ArticleBand> ArticleBands => Set<ArticleBand>();

    /// <summary>What newer extractions read otherwise.</summary>
    public DbSet<ClaimProposal> ClaimProposals => Set<ClaimProposal>();

    /// <summary>Every change.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The tokens by which programs act for people.</summary>
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    /// <summary>The condition that a claim has the words that are looked for (<see cref="SearchQuery"/>).</summary>
    /// <exception cref="FormatException">The words can't be read; the message says why.</exception>
    public Expression<Func<Claim, bool>> HasWords(string words) =>
        SearchQuery.TryRead(words, out var query, out var problem) ? SearchCondition.Of(query.Root, this) : throw new FormatException(problem);

    /// <summary>The articles that were stored before the text search looked into contexts and articles, and are not filled in yet.</summary>
    internal virtual IQueryable<Article> LackingTextSearch(IQueryable<Article> articles) => articles.Where(a => a.Claims.Any(c => c.Context == null));

    /// <summary>The keys of the claims whose own words fit a query that asks for nothing else, and is not negative. To be used inside a query.</summary>
    internal abstract IQueryable<int> ClaimsMatching(SearchNode node);

    /// <summary>The keys of the articles whose headline and text fit a query that asks for nothing else, and is not negative.</summary>
    internal abstract IQueryable<int> ArticlesMatching(SearchNode node);

    /// <summary>Reads the keys that a query finds, of which there may be a million, without making a record of each.</summary>
    internal virtual async Task ReadKeysAsync(IQueryable<int> keys, Action<int> read, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(keys, cancellationToken);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (rows.Read()) read(rows.GetInt32(0));
    }

    /// <summary>A query as a command on the connection of this context, within its transaction.</summary>
    private protected async Task<DbCommand> CommandAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        var command = query.CreateDbCommand();
        await Database.OpenConnectionAsync(cancellationToken);
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>
    /// What is wrong with the database itself (no room, no right, locked, damaged), in a sentence to show; null where the failure lies in
    /// what was to be stored.
    /// </summary>
    public abstract string? TroubleOf(Exception exception);

    /// <summary>Begins a transaction that no other writer, of this process or another, is in the middle of (<see cref="WriteGate"/>).</summary>
    internal abstract Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>The imports that wait for a process to work on them, or whose process has not been heard of: the oldest first. Taken inside a transaction.</summary>
    /// <param name="now">The time, UTC.</param>
    public virtual IQueryable<ImportBatch> BatchesToTake(DateTime now)
    {
        BatchState[] open = [BatchState.Receiving, BatchState.Waiting, BatchState.Running, BatchState.Undoing];
        return ImportBatches.Where(b => open.Contains(b.State) && (b.LeasedUntil == null || b.LeasedUntil < now)).OrderBy(b => b.Id);
    }

    /// <summary>Keys for records of a table that are about to be inserted, so many and nobody else's, ascending. To be called in a transaction.</summary>
    public abstract Task<IReadOnlyList<int>> NewKeysAsync(string table, int count, CancellationToken cancellationToken);

    /// <summary>Inserts records in this context's transaction, past what it tracks.</summary>
    internal abstract Task InsertRowsAsync(RowShape shape, IReadOnlyList<object> records, ReadyRows ready, CancellationToken cancellationToken);

    /// <summary>What a column of a record's row holds that is no property of the record, but of this database alone.</summary>
    internal virtual object? ColumnOfItsOwn(string column, object record) => throw new InvalidOperationException($"{column} is not a property of its record.");

    /// <summary>Begins a transaction in which everything read is as it was at the first reading, whatever others write meanwhile.</summary>
    public abstract Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Credibility>().HaveConversion<CredibilityCode>();
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateText>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<TextSpan>().HaveConversion<SpanText>();
        configurationBuilder.Properties<IReadOnlyList<TextSpan>>().HaveConversion<SpansText, SpansComparer>();
        configurationBuilder.Properties<IReadOnlyList<ArticleBlock>>().HaveConversion<BlocksText, BlocksComparer>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClaimsDeskDb).Assembly);
    }
}
