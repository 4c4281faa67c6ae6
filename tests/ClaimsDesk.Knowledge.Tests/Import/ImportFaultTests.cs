using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Knowledge.Tests.Import;

/// <summary>What goes wrong around an import and not in it: it ends with a sentence, loses nothing, and goes on when the cause is gone.</summary>
[Collection(nameof(AloneInThePools))]
public sealed class ImportFaultTests : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_full_disk_stops_the_import_with_a_sentence_and_it_goes_on_when_there_is_room()
    {
        var wanted = new NewBatch(null) { Origin = "here" };
        var files = Enumerable.Range(0, 300).Select(i => ImportFile.Pasted($"{i}.txt", (SmallBase.Bridge with { Title = $"Bridge {i} {new string('x', 2000)}" }).ToText())).ToArray();
        // The pages that the file may have, as a disk has. It is a setting of a connection, and the pool keeps these.
        var connections = Enumerable.Range(0, 16).Select(_ => _desk.Database.CreateDbContext()).ToList();
        foreach (var db in connections)
        {
            await db.Database.OpenConnectionAsync();
            var pages = await db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").SingleAsync();
            await using var limit = db.Database.GetDbConnection().CreateCommand();
            limit.CommandText = $"PRAGMA max_page_count = {pages + 700}";
            await limit.ExecuteScalarAsync();
        }
        foreach (var db in connections) await db.DisposeAsync();
        var failed = await FluentActions.Awaiting(() => _desk.Get<TextImport>().ImportFromMachineAsync(wanted, files)).Should().ThrowAsync<KnowledgeBaseUnusableException>();
        failed.Which.Message.Should().Be($"There is no room left on the disk for the knowledge base {_desk.Address}. Make room, and try again.");
        SqliteConnection.ClearAllPools();

        var report = await _desk.Get<TextImport>().ImportFromMachineAsync(wanted, files);

        report.State.Should().Be(BatchState.Finished);
        await using var after = _desk.Database.CreateDbContext();
        (await after.SourceFiles.CountAsync()).Should().Be(300);
        (await after.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).Should().Equal("ok");
    }

    [Fact]
    public async Task A_lock_that_another_program_holds_for_a_while_is_waited_for()
    {
        await using var other = new SqliteConnection($"Data Source={_desk.Address};Pooling=False");
        await other.OpenAsync();
        await using (var take = other.CreateCommand())
        {
            take.CommandText = "BEGIN IMMEDIATE";
            await take.ExecuteNonQueryAsync();
        }
        var import = Task.Run(() => _desk.ImportAsync(SmallBase.Bridge));
        await Task.Delay(TimeSpan.FromSeconds(3));
        import.IsCompleted.Should().BeFalse();
        await using (var release = other.CreateCommand())
        {
            release.CommandText = "COMMIT";
            await release.ExecuteNonQueryAsync();
        }
        (await import).Items.Should().ContainSingle(i => i.Outcome == ImportOutcome.Imported);
    }

    [Fact]
    public async Task A_lock_that_is_not_released_stops_the_import_with_a_sentence_and_it_goes_on_after_it()
    {
        var files = Enumerable.Range(0, 300).Select(i => ImportFile.Pasted($"{i:000}.txt", (SmallBase.Bridge with { Title = $"Bridge {i}" }).ToText())).ToArray();
        await using var other = new SqliteConnection($"Data Source={_desk.Address};Pooling=False");
        await other.OpenAsync();
        // Another program takes the lock in the middle of the import and keeps it.
        await using var impatient = Impatient((text, context) =>
        {
            lock (other)
            {
                if (text.Value.Contains("Bridge 200", StringComparison.Ordinal)) Run(other, "BEGIN IMMEDIATE");
            }
            return Script.Read(text, context);
        });
        var failed = await FluentActions.Awaiting(() => impatient.GetRequiredService<TextImport>().ImportFromMachineAsync(new NewBatch(null) { Origin = "here" }, files))
            .Should().ThrowAsync<KnowledgeBaseUnusableException>();
        failed.Which.Message.Should().Be($"The knowledge base {_desk.Address} is locked by another program. Close it, and try again.");
        await using var db = _desk.Database.CreateDbContext();
        var stored = await db.SourceFiles.OrderBy(f => f.Id).Select(f => f.FileName).ToListAsync();
        stored.Count.Should().BeInRange(1, 299);
        stored.Should().Equal(files.Take(stored.Count).Select(f => f.Name), "what is stored is a whole beginning");
        Run(other, "COMMIT");

        (await _desk.Get<TextImport>().ImportFromMachineAsync(new NewBatch(null) { Origin = "here" }, files)).State.Should().Be(BatchState.Finished);
        (await db.SourceFiles.CountAsync()).Should().Be(300);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_named_and_nothing_is_stored()
    {
        // As in a folder that became read-only: SQLite gives the same error. It is a setting of a connection, and the pool keeps these.
        var connections = Enumerable.Range(0, 16).Select(_ => _desk.Database.CreateDbContext()).ToList();
        foreach (var db in connections)
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA query_only = ON");
        }
        foreach (var db in connections) await db.DisposeAsync();
        var failed = await FluentActions.Awaiting(() => _desk.ImportAsync(SmallBase.Bridge)).Should().ThrowAsync<KnowledgeBaseUnusableException>();
        failed.Which.Message.Should().Be(
            $"The knowledge base {_desk.Address} can't be written to. Let this user write to it and to its folder, or choose another folder with --data.");
        SqliteConnection.ClearAllPools();

        await using var after = _desk.Database.CreateDbContext();
        (await after.ImportBatches.AnyAsync()).Should().BeFalse();
        await _desk.ImportAsync(SmallBase.Bridge);
    }

    // A desk on the same file that waits a second for a lock, where others wait thirty.
    private ServiceProvider Impatient(Extract extract) => new ServiceCollection().AddLogging().AddKnowledge(_desk.Address)
        .AddSingleton(extract).AddSingleton<IDbContextFactory<ClaimsDeskDb>>(new ImpatientFactory(_desk.Database)).BuildServiceProvider();

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class ImpatientFactory(IDbContextFactory<ClaimsDeskDb> patient) : IDbContextFactory<ClaimsDeskDb>
    {
        public ClaimsDeskDb CreateDbContext()
        {
            var db = patient.CreateDbContext();
            ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
            return db;
        }
    }

    [Fact]
    public async Task A_worker_that_meets_trouble_leaves_the_import_to_the_next_one()
    {
        var id = (await _desk.Get<BatchIntake>().QueueAsync(new NewBatch(TestDesk.Admin), [ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText()), ImportFile.Pasted("b.txt", SmallBase.Ferry.ToText())]))!.Value;
        using var stop = new CancellationTokenSource();
        _desk.Extract = (text, context) =>
        {
            stop.Cancel();
            return Script.Read(text, context);
        };
        await _desk.Get<BatchWorker>().RunOneAsync(stop.Token);
        (await _desk.Get<ImportHistory>().SummaryAsync(id))!.Batch.Should().BeEquivalentTo(new { State = BatchState.Running, LeasedBy = (string?)null });

        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeTrue();
        (await _desk.Get<ImportHistory>().ReadAsync(id))!.Items.Select(i => i.Outcome).Should().Equal(ImportOutcome.Imported, ImportOutcome.Imported);
    }

    [Fact]
    public async Task A_process_whose_lease_ended_can_store_nothing_more()
    {
        var id = (await _desk.Get<BatchIntake>().QueueAsync(new NewBatch(TestDesk.Admin), [ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText())]))!.Value;
        var taken = (await _desk.Get<BatchLeases>().TakeAsync())!;
        (await _desk.Get<BatchLeases>().TakeAsync()).Should().BeNull("it is leased");
        await using var db = _desk.Database.CreateDbContext();
        await db.ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, DateTime.UtcNow.AddMinutes(-1)));
        var other = (await _desk.Get<BatchLeases>().TakeAsync())!;

        await _desk.Get<TextImport>().RunAsync(taken, null, null, CancellationToken.None);
        (await db.SourceFiles.CountAsync()).Should().Be(0);

        await _desk.Get<TextImport>().RunAsync(other, null, null, CancellationToken.None);
        (await db.SourceFiles.CountAsync()).Should().Be(1);
        (await _desk.Get<ImportHistory>().ReadAsync(id))!.State.Should().Be(BatchState.Finished);
    }

    [Fact]
    public async Task A_lease_of_a_process_of_this_machine_that_is_gone_ends_at_once()
    {
        await _desk.Get<BatchIntake>().QueueAsync(new NewBatch(TestDesk.Admin), [ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText())]);
        await using var db = _desk.Database.CreateDbContext();
        // No process has this number: the system's greatest is 4,194,304.
        await db.ImportBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Running)
            .SetProperty(b => b.LeasedBy, $"{Environment.MachineName}/99999999/abc/1").SetProperty(b => b.LeasedUntil, DateTime.UtcNow.AddMinutes(1)));
        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeTrue();
        (await db.SourceFiles.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_save_waits_for_a_few_texts_and_not_for_the_import()
    {
        var first = await _desk.ImportAsync(SmallBase.Ferry);
        var article = first.Items[0].Articles[0].Id;
        var files = Enumerable.Range(0, 400).Select(i => ImportFile.Pasted($"{i}.txt", (SmallBase.Bridge with { Title = $"Bridge {i}" }).ToText())).ToArray();
        var import = Task.Run(() => _desk.ImportAsync(files));
        var saves = 0;
        while (!import.IsCompleted)
        {
            var saved = await _desk.Get<ClaimsDesk.Knowledge.Articles.ArticleEdits>().SaveAsync(
                TestDesk.Editor, article, saves, new ClaimsDesk.Knowledge.Articles.ArticleEdit($"Title {saves}", null, null, null));
            saved.Should().BeOfType<ClaimsDesk.Knowledge.Articles.EditResult.Saved>();
            saves++;
        }
        (await import).Items.Should().OnlyContain(i => i.Outcome == ImportOutcome.Imported);
        saves.Should().BeGreaterThan(5, "saves came between the texts");
    }
}

/// <summary>Tests that set up the connections of a pool: any other test that ends clears all pools.</summary>
[CollectionDefinition(nameof(AloneInThePools), DisableParallelization = true)]
public sealed class AloneInThePools;
