using System.Globalization;
using System.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class UndoOnSqlite() : UndoTests(TestDatabase.Sqlite);

public sealed class UndoOnPostgres() : UndoTests(TestDatabase.Postgres);

public abstract class UndoTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly string[] Tables =
    [
        "SourceFiles", "FileNotes", "Articles", "Sources", "Actors", "ActorNames", "ActorRoles", "Claims", "ClaimHops", "ClaimActors", "ArticleRelations", "ArticleBands", "ClaimProposals",
    ];

    private TestDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync(database);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task An_undone_import_leaves_the_knowledge_base_as_it_was()
    {
        await _desk.ImportAsync(SmallBase.Bridge);
        var before = await ContentAsync();
        var report = await _desk.ImportAsync(
            SmallBase.Ferry, SmallBase.Bridge with { Title = "Another bridge", Actors = [new Mentioned(ClaimsDesk.Extraction.Claims.ActorKind.Person, "Ana Ruiz", "Mayor Ruiz")] });
        (await ContentAsync()).Should().NotBe(before);

        (await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, report.BatchId)).Should().Be(BatchOrder.Done);
        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeTrue();

        (await ContentAsync()).Should().Be(before);
        (await _desk.Get<ImportHistory>().SummaryAsync(report.BatchId))!.Batch.State.Should().Be(BatchState.Undone);
        await using var db = _desk.Database.CreateDbContext();
        (await db.AuditEntries.Where(e => e.Field == "undo").OrderBy(e => e.Id).Select(e => e.New).ToListAsync()).Should().Equal("ordered", "all texts taken out");
    }

    [Fact]
    public async Task What_people_have_worked_on_stays_and_is_named()
    {
        var scripts = Enumerable.Range(0, 4).Select(i => SmallBase.Bridge with { Title = $"Bridge {i}" }).ToArray();
        var report = await _desk.ImportAsync(scripts);
        var edited = report.Items[0].Articles[0].Id;
        await _desk.Get<ArticleEdits>().SaveAsync(TestDesk.Editor, edited, 0, new ArticleEdit("Bridge, at last", "Harbour Gazette", null, null));
        await using var db = _desk.Database.CreateDbContext();
        var article = report.Items[1].Articles[0].Id;
        var claim = await db.Claims.FirstAsync(c => c.ArticleId == article);
        await _desk.Get<ClaimGrading>().SetCredibilityAsync(new Judgement(TestDesk.Editor, claim.Id, 0, "Seen it."), Credibility.Confirmed);
        await _desk.ImportAsync(ImportFile.Pasted("again.txt", scripts[2].ToText()));

        await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, report.BatchId);
        await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None);

        var items = (await _desk.Get<ImportHistory>().ReadAsync(report.BatchId))!.Items;
        items.Select(i => i.Reason).Should().Equal(
            "Kept: Ed Editor edited what is known of it.", "Kept: Ed Editor graded or reviewed a claim of it.", "Kept: the import “test” brought the same text.", null);
        items.Select(i => i.Articles.Count).Should().Equal(1, 1, 1, 0);
        (await db.Articles.CountAsync()).Should().Be(3);
        (await db.Claims.CountAsync()).Should().Be(12);
    }

    [Fact]
    public async Task A_text_that_only_a_dry_run_or_an_undone_import_met_again_is_taken_out()
    {
        var before = await ContentAsync();
        var first = await _desk.ImportAsync(SmallBase.Bridge);
        var again = await _desk.ImportAsync(ImportFile.Pasted("again.txt", SmallBase.Bridge.ToText()));
        await using (var db = _desk.Database.CreateDbContext())
            await db.ImportBatches.Where(b => b.Id == again.BatchId).ExecuteUpdateAsync(set => set.SetProperty(b => b.IsDryRun, true));

        await UndoAsync(first.BatchId);
        (await ContentAsync()).Should().Be(before);

        first = await _desk.ImportAsync(SmallBase.Bridge);
        again = await _desk.ImportAsync(ImportFile.Pasted("again.txt", SmallBase.Bridge.ToText()));
        await UndoAsync(again.BatchId);
        await UndoAsync(first.BatchId);
        (await ContentAsync()).Should().Be(before);
    }

    private async Task UndoAsync(int batch)
    {
        (await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, batch)).Should().Be(BatchOrder.Done);
        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task Only_admins_undo_and_only_once()
    {
        var report = await _desk.ImportAsync(SmallBase.Bridge);
        (await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Editor, report.BatchId)).Should().Be(BatchOrder.NotAllowed);
        (await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, report.BatchId)).Should().Be(BatchOrder.Done);
        (await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, report.BatchId)).Should().Be(BatchOrder.TooLate);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing_but_its_report_and_can_be_imported_after()
    {
        await _desk.ImportAsync(ImportFile.Pasted("there.txt", SmallBase.Bridge.ToText()));
        var before = await ContentAsync();
        ImportFile[] files =
        [
            ImportFile.Pasted("again.txt", SmallBase.Bridge.ToText()), ImportFile.Pasted("new.txt", SmallBase.Ferry.ToText()),
            ImportFile.Pasted("prose.txt", "No article here."), ImportFile.Pasted("twice.txt", SmallBase.Ferry.ToText()),
        ];
        var id = await _desk.Get<BatchIntake>().QueueAsync(new NewBatch(TestDesk.Admin) { IsDryRun = true }, files);
        await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None);

        (await ContentAsync()).Should().Be(before);
        var summary = (await _desk.Get<ImportHistory>().SummaryAsync(id!.Value))!;
        (summary.Batch.State, summary.Stored, summary.Claims).Should().Be((BatchState.Finished, 1, 4));
        (await OutcomesAsync(id.Value)).Should().Equal(ImportOutcome.AlreadyImported, ImportOutcome.Imported, ImportOutcome.Unreadable, ImportOutcome.AlreadyImported);

        (await _desk.Get<BatchControl>().ImportAfterDryRunAsync(TestDesk.Admin, id.Value)).Should().Be(BatchOrder.Done);
        await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None);

        (await OutcomesAsync(id.Value)).Should().Equal(ImportOutcome.AlreadyImported, ImportOutcome.Imported, ImportOutcome.Unreadable, ImportOutcome.AlreadyImported);
        await using var db = _desk.Database.CreateDbContext();
        (await db.Claims.CountAsync()).Should().Be(8);
    }

    [Fact]
    public async Task An_import_is_paused_resumed_and_cancelled_between_texts()
    {
        var control = _desk.Get<BatchControl>();
        var id = (await _desk.Get<BatchIntake>().QueueAsync(new NewBatch(TestDesk.Admin), [ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText())]))!.Value;
        (await control.PauseAsync(TestDesk.Editor, id)).Should().Be(BatchOrder.NotAllowed);
        (await control.PauseAsync(TestDesk.Admin, id)).Should().Be(BatchOrder.Done);
        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeFalse();
        (await control.ResumeAsync(TestDesk.Admin, id)).Should().Be(BatchOrder.Done);
        (await control.CancelAsync(TestDesk.Admin, id)).Should().Be(BatchOrder.Done);
        (await control.ResumeAsync(TestDesk.Admin, id)).Should().Be(BatchOrder.TooLate);
        (await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None)).Should().BeFalse();
        (await OutcomesAsync(id)).Should().Equal(ImportOutcome.NotReached);
        await using var db = _desk.Database.CreateDbContext();
        (await db.IncomingFiles.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_large_file_is_brought_in_by_parts_and_reads_as_it_was()
    {
        var bytes = new byte[(IncomingFile.ChunkLength * 2) + 17];
        new Random(1).NextBytes(bytes);
        var intake = _desk.Get<BatchIntake>();
        var id = (await intake.BeginAsync(new NewBatch(null)))!.Value;
        await intake.AddAsync(id, [ImportFile.Pasted("small.txt", "x"), new ImportFile("large.bin", _ => Task.FromResult<Stream>(new MemoryStream(bytes)))]);

        await using var db = _desk.Database.CreateDbContext();
        var file = await db.IncomingFiles.SingleAsync(f => f.Name == "large.bin");
        await using var stream = new SpooledStream(_desk.Database, file.Id, file.Length);
        var read = new byte[bytes.Length];
        stream.Seek(-20, SeekOrigin.End);
        await stream.ReadExactlyAsync(read.AsMemory(0, 20));
        read[..20].Should().Equal(bytes[^20..]);
        stream.Position = 0;
        await stream.ReadExactlyAsync(read);
        read.Should().Equal(bytes);
    }

    private async Task<List<ImportOutcome>> OutcomesAsync(int id)
    {
        await using var db = _desk.Database.CreateDbContext();
        return await db.ImportItems.Where(i => i.BatchId == id).OrderBy(i => i.Position).Select(i => i.Outcome).ToListAsync();
    }

    // Every row of every table that an import writes, so that nothing can be left behind or go missing unseen.
    private async Task<string> ContentAsync()
    {
        await using var db = _desk.Database.CreateDbContext();
        var content = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] b ? Convert.ToHexString(b) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
            content.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }
        return content.ToString();
    }
}
