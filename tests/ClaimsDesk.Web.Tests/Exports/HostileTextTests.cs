using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ClaimsDesk.Web.Exports;

namespace ClaimsDesk.Web.Tests.Exports;

/// <summary>Marks of every format in every field: they come out as text.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Payload = "=cmd|'/C calc'!A0\"><script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3)){\\input}}";
    private readonly SeededDesk _seeded = new();

    public async Task InitializeAsync()
    {
        await _seeded.InitializeAsync();
        var quoted = Payload.Replace("'", "''", StringComparison.Ordinal).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        string[] fields =
        [
            "Claims.Content", "Claims.Affiliation", "Claims.FoundBy", "Sources.Name", "ClaimHops.Wording", "ClaimHops.Cue", "Articles.Title", "Actors.Name",
            "People.UserName", "Assessments.Rationale",
        ];
        foreach (var field in fields) await _seeded.Desk.ExecuteAsync($"UPDATE {field.Split('.')[0]} SET {field.Split('.')[1]} = '{quoted}'");
        // Nobody can store this one; if somebody could, it would be no link.
        await _seeded.Desk.ExecuteAsync("UPDATE Articles SET Url = 'javascript:alert(4)'");
    }

    public Task DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task What_is_taken_away_holds_them_as_text()
    {
        var program = await _seeded.ProgramAsync();
        var files = new Dictionary<string, string>();
        foreach (var writer in ExportFormats.All) files[writer.Ending] = await program.GetStringAsync($"/claims/export.{writer.Ending}");
        files["json"] = await program.GetStringAsync("/api/v1/claims");
        files["atom"] = await program.GetStringAsync("/claims/feed.atom");
        foreach (var (ending, file) in files.Where(file => file.Key is not ("csv" or "bib")))
            (file.Contains("<script", StringComparison.Ordinal) || file.Contains("<img", StringComparison.Ordinal)).Should().BeFalse("of {0}", ending);

        foreach (var row in ExportTests.Rows(files["csv"]))
            row.Values.Where(cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0])).Should().BeEmpty();
        ExportTests.Rows(files["csv"])[0]["content"].Should().Be("'" + Payload);

        files["html"].Should().NotContain("href=\"javascript");
        files["md"].Should().NotContain("[x](").And.NotContain("<javascript").And.Contain("\\[x\\](javascript");
        JsonDocument.Parse(files["jsonl"].Split('\n')[0]).RootElement.GetProperty("content").GetString().Should().Be(Payload);
        JsonDocument.Parse(files["jsonld"]).RootElement.GetProperty("@graph")[0].GetProperty("text").GetString().Should().Be(Payload);
        foreach (var entry in files["bib"].Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) OpenBraces(entry).Should().Be(0);

        var html = XDocument.Parse(files["atom"]).Descendants("{http://www.w3.org/2005/Atom}content").First().Value;
        html.Should().Contain(WebUtility.HtmlEncode("<script>alert(1)</script>")).And.NotContain("<script");
    }

    [Fact]
    public async Task Characters_that_xml_cannot_write_do_not_break_a_feed()
    {
        await _seeded.Desk.ExecuteAsync("UPDATE Claims SET Content = 'a' || char(1) || 'b' || char(65535)");
        var feed = XDocument.Parse(await (await _seeded.ProgramAsync()).GetStringAsync("/claims/feed.atom"));
        feed.Descendants("{http://www.w3.org/2005/Atom}title").Last().Value.Should().Contain("a\uFFFDb");
    }

    [Fact]
    public async Task A_table_begins_with_the_mark_by_which_spreadsheets_know_utf8()
    {
        var bytes = await (await _seeded.ProgramAsync()).GetByteArrayAsync("/claims/export.csv");
        bytes.Take(3).Should().Equal(Encoding.UTF8.GetPreamble());
    }

    private static int OpenBraces(string entry)
    {
        var open = 0;
        for (var i = 0; i < entry.Length; i++)
        {
            if (entry[i] == '{') open++;
            else if (entry[i] == '}' && --open < 0) return -1;
        }
        return open;
    }
}
