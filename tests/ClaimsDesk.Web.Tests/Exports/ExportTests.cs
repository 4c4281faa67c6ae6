using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.VisualBasic.FileIO;

namespace ClaimsDesk.Web.Tests.Exports;

[Collection(SeededDesk.Collection)]
public sealed class ExportTests(SeededDesk seeded)
{
    public static TheoryData<string> Endings() => [.. ExportFormats.All.Select(writer => writer.Ending)];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_file_holds_all_claims_of_the_filter_whatever_the_page_shows(string ending)
    {
        var all = (await seeded.NumbersAsync("SELECT Id AS Value FROM Claims ORDER BY Published DESC, ArticleId, Position")).ToList();
        var unnamed = await seeded.NumbersAsync("SELECT Id AS Value FROM Claims WHERE SourceKind = 'Anonymous' ORDER BY Published DESC, ArticleId, Position");
        var program = await seeded.ProgramAsync();

        Numbers(ending, await program.GetStringAsync($"/claims/export.{ending}?size=3&after={all[5]}&view=table&claim=2")).Should().Equal(all);
        Numbers(ending, await program.GetStringAsync($"/claims/export.{ending}?kind=anonymous")).Should().Equal(unnamed);
        Numbers(ending, await program.GetStringAsync($"/claims/export.{ending}?batch=99")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_file_is_for_who_may_read_and_names_what_it_cannot_read(string ending)
    {
        var path = $"/claims/export.{ending}?act=denial";
        (await seeded.Desk.Browser().GetAsync(path)).Headers.Location!.ToString().Should().Contain("/sign-in");
        (await (await seeded.ProgramAsync(TokenScopes.Feed)).GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var answer = await (await seeded.Desk.BrowserOfAsync(Role.Analyst)).GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex(@"^claims-\d{4}-\d\d-\d\d\." + ending + "$");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        var refusal = await (await seeded.ProgramAsync()).GetAsync($"/claims/export.{ending}?act=singing");
        refusal.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refusal.Content.ReadAsStringAsync()).Should().Contain("singing");
    }

    [Fact]
    public async Task Each_row_carries_claimant_chain_outlet_spans_both_grades_rater_and_date()
    {
        var row = Rows(await (await seeded.ProgramAsync()).GetStringAsync("/claims/export.csv?status=corroborated")).Single();
        row["claimant"].Should().NotBeEmpty();
        row["claimant_kind"].Should().Be("anonymous");
        row["chain"].Should().Contain(" › ").And.EndWith(row["claimant"]);
        row["chain_words"].Should().Contain(row["source_spans"]);
        row["outlet"].Should().NotBeEmpty();
        row["content_spans"].Should().MatchRegex(@"^\d+-\d+");
        (row["credibility"], row["credibility_rater"]).Should().Be(("2", "Ed Itor"));
        row["credibility_rated_at"].Should().StartWith(DateTime.UtcNow.ToString("yyyy", CultureInfo.InvariantCulture));
        (row["status"], row["status_set_by"]).Should().Be(("corroborated", "Ed Itor"));
        var graded = Rows(await (await seeded.ProgramAsync()).GetStringAsync("/claims/export.csv?reliability=B"))[0];
        (graded["reliability"], graded["reliability_rater"]).Should().Be(("B", "Ed Itor"));
        graded["reliability_from"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task Spans_give_the_words_of_the_article()
    {
        var program = await seeded.ProgramAsync();
        var claims = (await program.GetStringAsync("/claims/export.jsonl?article=1")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var text = JsonDocument.Parse(await program.GetStringAsync("/api/v1/articles/1")).RootElement.GetProperty("text").GetString()!;
        claims.Should().NotBeEmpty();
        foreach (var claim in claims)
        {
            var parts = claim.GetProperty("content_spans").EnumerateArray().Select(span => text[span[0].GetInt32()..span[1].GetInt32()]);
            string.Join(" … ", parts).Should().Be(claim.GetProperty("content").GetString());
        }
    }

    [Fact]
    public async Task Linked_data_can_be_read_without_another_document_and_says_who_told_it_in_which_order()
    {
        var document = JsonDocument.Parse(await (await seeded.ProgramAsync()).GetStringAsync("/claims/export.jsonld?kind=anonymous")).RootElement;
        var context = document.GetProperty("@context");
        context.GetProperty("@vocab").GetString().Should().Be("https://schema.org/");
        var prefixes = context.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => p.Name).ToList();
        foreach (var claim in document.GetProperty("@graph").EnumerateArray())
        {
            Terms(claim).Where(term => term.Contains(':', StringComparison.Ordinal)).Should().OnlyContain(term => prefixes.Contains(term.Split(':')[0], StringComparer.Ordinal));
            claim.GetProperty("@type").EnumerateArray().Select(t => t.GetString()).Should().Contain("Claim");
            claim.GetProperty("appearance").GetProperty("@type").EnumerateArray().Select(t => t.GetString()).Should().Contain("NewsArticle");
            var told = claim.GetProperty("prov:qualifiedAttribution").EnumerateArray().Select(a => a.GetProperty("@id").GetString());
            claim.GetProperty("cd:chain").EnumerateArray().Select(a => a.GetProperty("@id").GetString()).Should().Equal(told);
            new Uri(claim.GetProperty("@id").GetString()!).IsAbsoluteUri.Should().BeTrue();
        }
    }

    [Fact]
    public async Task Taking_away_is_in_the_history()
    {
        var person = await seeded.Desk.AddAsync($"Taker {Guid.NewGuid():N}", Role.Analyst);
        var program = await seeded.ProgramAsync(personId: person.Id);
        var rows = Rows(await program.GetStringAsync("/claims/export.csv?act=denial"));

        await using var db = await seeded.Desk.Services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        var entries = await db.AuditEntries.Where(e => e.PersonId == person.Id && e.Subject == AuditSubject.Export).OrderBy(e => e.Id).ToListAsync();
        entries.Select(e => (e.Field, e.New)).Should().Equal(("file", "claims.csv?act=denial"), ("claims", rows.Count.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    public async Task A_report_of_the_last_days_names_them_and_links_to_the_same_claims_for_good(string ending)
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var report = await (await seeded.ProgramAsync()).GetStringAsync($"/claims/export.{ending}?published=36525d");
        report.Should().NotContain("36525d").And.NotContain("in the last").And.MatchRegex($@"published=\d{{4}}-\d\d-\d\d\.\.{today}");
    }

    [Fact]
    public async Task The_page_offers_every_file_and_the_feed()
    {
        var page = WebUtility.HtmlDecode(await (await seeded.Desk.BrowserOfAsync(Role.Analyst)).GetStringAsync("/claims?act=denial&size=10"));
        foreach (var writer in ExportFormats.All) page.Should().Contain($"href=\"/claims/export.{writer.Ending}?act=denial\"");
        page.Should().Contain("type=\"application/atom+xml\" title=\"Claims denials\"").And.Contain("href=\"/claims/feed.atom?act=denial\"");
    }

    private static List<int> Numbers(string ending, string file) => ending switch
    {
        "csv" => Rows(file).ConvertAll(row => int.Parse(row["id"], CultureInfo.InvariantCulture)),
        "jsonl" => [.. file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt32())],
        "jsonld" => [.. JsonDocument.Parse(file).RootElement.GetProperty("@graph").EnumerateArray().Select(claim => Code(claim.GetProperty("identifier").GetString()!))],
        "html" => [.. XDocument.Parse(WellFormed(file)).Descendants("a").Select(a => a.Value).Where(text => text.StartsWith("CLAIM-", StringComparison.Ordinal)).Select(Code)],
        "md" => [.. file.Split('\n').Where(line => line.StartsWith("- **Open:** [CLAIM-", StringComparison.Ordinal)).Select(line => Code(line.Split('[', ']')[1]))],
        "bib" => [.. file.Split('\n').Where(line => line.StartsWith("@misc{", StringComparison.Ordinal)).Select(line => Code(line[6..].TrimEnd(',')))],
        _ => throw new ArgumentOutOfRangeException(nameof(ending)),
    };

    // The report closes everything but the void elements of its head.
    private static string WellFormed(string html) => html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
        .Replace("<link rel=\"icon\" href=\"data:,\">", "", StringComparison.Ordinal)
        .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
        .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal);

    private static int Code(string code) => int.Parse(code["CLAIM-".Length..], CultureInfo.InvariantCulture);

    internal static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = new TextFieldParser(new MemoryStream(Encoding.UTF8.GetBytes(csv.TrimStart('\uFEFF')))) { TrimWhiteSpace = false };
        reader.SetDelimiters(",");
        var names = reader.ReadFields()!;
        names.Should().Equal(CsvWriter.ColumnNames);
        var rows = new List<Dictionary<string, string>>();
        while (!reader.EndOfData) rows.Add(names.Zip(reader.ReadFields()!).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;
    }

    private static IEnumerable<string> Terms(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => Terms(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Terms),
        _ => [],
    };
}
