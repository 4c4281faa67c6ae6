using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Formats.Tables;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Knowledge.Tests.Import.Formats;

public sealed class ColumnMappingTests
{
    private static readonly string[] Columns = ["A", "B", "C"];

    [Fact]
    public async Task A_confirmed_mapping_is_used_for_every_table_with_such_columns()
    {
        await using var desk = await TestDesk.OpenAsync();
        var mappings = desk.Get<ColumnMappings>();
        mappings.Find(Columns).Should().BeNull();

        await mappings.RememberAsync(TestDesk.Admin, Columns, new ColumnMapping("A") { Title = "C" });
        await mappings.RememberAsync(TestDesk.Admin, Columns, new ColumnMapping("B") { Title = "C" });

        mappings.Find(["c", "a", "b"]).Should().Be(new ColumnMapping("b") { Title = "c" });
        mappings.Find(["A", "B"]).Should().BeNull();
        var preview = await desk.Get<ClaimsDesk.Knowledge.Import.Formats.FormatReader>().PreviewAsync(ImportFile.Pasted("x.csv", "A,B,C\n1,2,3\n"), 3);
        preview.IsRemembered.Should().BeTrue();
    }

    [Theory]
    [InlineData(TestDesk.Editor)]
    [InlineData(TestDesk.DisabledAdmin)]
    public async Task Only_who_may_import_says_what_columns_hold(string person)
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.Get<ColumnMappings>().Awaiting(m => m.RememberAsync(person, Columns, new ColumnMapping("A"))).Should().ThrowAsync<NotAllowedException>();
        desk.Get<ColumnMappings>().Find(Columns).Should().BeNull();
    }

    [Theory]
    [InlineData("Headline,Article Text,Publish Date,Source,URL,Lang", "Article Text", "Headline", "Publish Date", "Source", "URL", "Lang")]
    [InlineData("id,title,content,published_at,publisher,link,language", "content", "title", "published_at", "publisher", "link", "language")]
    public void Columns_are_guessed_by_the_names_that_exports_use(string columns, string text, string title, string date, string outlet, string url, string language) =>
        ColumnMapping.Guess(columns.Split(','), []).Should().Be(new ColumnMapping(text) { Title = title, Date = date, Outlet = outlet, Url = url, Language = language });
}
