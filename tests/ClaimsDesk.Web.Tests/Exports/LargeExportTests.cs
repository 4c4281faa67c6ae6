using System.Globalization;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Tests.Exports;

/// <summary>Some ten thousand claims: a file is streamed, whole, and as of one moment.</summary>
[Collection(nameof(AloneOnTheHeap))]
public sealed class LargeExportTests : IAsyncLifetime
{
    private const int Copies = 160;
    private readonly SeededDesk _seeded = new();

    public async Task InitializeAsync()
    {
        await _seeded.InitializeAsync();
        await MultiplyAsync();
    }

    public Task DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task A_large_file_takes_no_memory_to_speak_of()
    {
        var stored = (await _seeded.NumbersAsync("SELECT COUNT(*) AS Value FROM Claims")).Single();
        stored.Should().BeGreaterThan(15_000);
        using var answer = await (await _seeded.ProgramAsync()).GetAsync("/claims/export.jsonl", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var (buffer, read, lines, before, most) = (new byte[1 << 20], 0L, 0, GC.GetTotalMemory(true), 0L);
        for (int n; (n = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            read += n;
            lines += buffer.AsSpan(0, n).Count((byte)'\n');
            most = Math.Max(most, GC.GetTotalMemory(true) - before);
        }
        lines.Should().Be(stored);
        read.Should().BeGreaterThan(15 << 20);
        most.Should().BeLessThan(12 << 20, "{0:N0} bytes passed through", read);
    }

    [Fact]
    public async Task A_file_is_as_of_the_moment_it_began_whatever_is_written_meanwhile()
    {
        var stored = await _seeded.NumbersAsync("SELECT Id AS Value FROM Claims ORDER BY Published DESC, ArticleId, Position");
        using var answer = await (await _seeded.ProgramAsync()).GetAsync("/claims/export.csv", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var start = new byte[1 << 16];
        await stream.ReadExactlyAsync(start);

        await _seeded.Desk.ExecuteAsync("UPDATE Claims SET Published = '1999-01-01', Status = 'Discounted' WHERE Id % 2 = 0");

        using var file = new MemoryStream();
        file.Write(start);
        await stream.CopyToAsync(file);
        var rows = ExportTests.Rows(System.Text.Encoding.UTF8.GetString(file.ToArray()));
        rows.Select(row => int.Parse(row["id"], CultureInfo.InvariantCulture)).Should().Equal(stored);
        rows.Should().NotContain(row => row["status"] == "discounted");
    }

    [Fact]
    public async Task Who_is_shut_out_gets_no_more_of_a_file_that_is_under_way()
    {
        var person = await _seeded.Desk.AddAsync("Leaver", Role.Analyst);
        using var answer = await (await _seeded.ProgramAsync(personId: person.Id)).GetAsync("/claims/export.jsonl", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[1 << 16]);
        await _seeded.Desk.ExecuteAsync("UPDATE People SET Disabled = 1 WHERE UserName = 'Leaver'");
        await Task.Delay(TimeSpan.FromSeconds(3.2));

        var rest = () => stream.CopyToAsync(Stream.Null);

        await rest.Should().ThrowAsync<Exception>("a file that is not whole must not look as if it were");
        (await _seeded.NumbersAsync("SELECT COUNT(*) AS Value FROM AuditEntries WHERE Subject = 'Export' AND New LIKE '%, broken off'")).Single().Should().Be(1);
    }

    // Every claim, with its tellers, again and again at other places of its article.
    private async Task MultiplyAsync()
    {
        var columns = string.Join(", ", (await ColumnsAsync("Claims")).Where(name => name is not ("Id" or "Position")).Select(name => $"\"{name}\""));
        await _seeded.Desk.ExecuteAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Copies}) INSERT INTO Claims ({columns}, Position) SELECT {columns}, Position + i * 1000 FROM Claims, n");
        var hops = string.Join(", ", (await ColumnsAsync("ClaimHops")).Where(name => name != "ClaimId").Select(name => $"h.\"{name}\""));
        await _seeded.Desk.ExecuteAsync($"INSERT INTO ClaimHops (ClaimId, {hops.Replace("h.", "", StringComparison.Ordinal)}) SELECT c.Id, {hops} FROM Claims c JOIN Claims o ON o.ArticleId = c.ArticleId AND o.Position = c.Position % 1000 JOIN ClaimHops h ON h.ClaimId = o.Id WHERE c.Position >= 1000");
    }

    private async Task<List<string>> ColumnsAsync(string table)
    {
        var columns = new List<string>();
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_seeded.Desk.Data.Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns;
    }
}

/// <summary>Tests that measure the heap of the process: nothing else is to run meanwhile.</summary>
[CollectionDefinition(nameof(AloneOnTheHeap), DisableParallelization = true)]
public sealed class AloneOnTheHeap;
