using System.Globalization;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Articles;

public class StampAndDatelineTests
{
    [Theory]
    [InlineData("Updated 06 August 2024", "Updated 2024-08-06")]
    [InlineData("July 30, 2019 1:16 pm", "Unlabelled 2019-07-30")]
    [InlineData("Published: 10:00 GMT, Mon 5 Aug 2024", "Published 2024-08-05")]
    [InlineData("PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 9, 2023 at 6:00 p.m.", "Published 2023-11-08, Updated 2023-11-09")]
    [InlineData("Last Modified: 2024/08/05", "Updated 2024-08-05")]
    [InlineData("Publish Date: Monday 5th August 2024 - 10:20", "Published 2024-08-05")]
    [InlineData("31/12/2023", "Unlabelled 2023-12-31")]
    [InlineData("date 2024-08-11", "Published 2024-08-11")]
    [InlineData("2024-08-11T09:30:00Z", "Unlabelled 2024-08-11")]
    [InlineData("05/08/2024", "")]
    [InlineData("Updated 9 sec ago", "")]
    [InlineData("3 hours ago", "")]
    [InlineData("14:05 GMT", "")]
    public void A_stamp_is_nothing_but_dates_times_and_labels(string line, string expected)
    {
        Stamp.Is(line).Should().BeTrue();
        string.Join(", ", Stamp.Read(line).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Role} {s.Day:yyyy-MM-dd}"))).Should().Be(expected);
    }

    [Theory]
    [InlineData("Elections on 5 August 2024")]
    [InlineData("2024")]
    [InlineData("Update")]
    [InlineData("Follow")]
    [InlineData("Monday")]
    [InlineData("No. 5")]
    public void Other_lines_are_no_stamps(string line) => Stamp.Is(line).Should().BeFalse();

    [Theory]
    [InlineData("Mill closes\n05/08/2024\nThe mill has ground its last flour, its owner said.", "“05/08/2024” can be read as day and month or as month and day; set the publication date by hand.")]
    [InlineData("Mill closes\n25/08/2024\nThe mill has ground its last flour, its owner said.", null)]
    [InlineData("The mill has ground its last flour, its owner said on 05/08/2024.", null)]
    public void A_date_that_can_be_read_in_two_ways_is_noted(string page, string? message)
    {
        var text = new SourceText(page);
        var notes = ArticleNotes.Of(text, ArticleReader.Read(text, ExtractionContext.Unknown)[0]);
        notes.Select(n => n.Message).SingleOrDefault().Should().Be(message);
    }

    [Theory]
    [InlineData("LISBON: The envoy left.", "LISBON:", "Lisbon", "")]
    [InlineData("LOS ANGELES (Reuters) - The film won.", "LOS ANGELES (Reuters) -", "Los Angeles", "Reuters")]
    [InlineData("GAZA CITY, Gaza Strip (AP) — A lorry came.", "GAZA CITY, Gaza Strip (AP) —", "Gaza City", "The Associated Press")]
    [InlineData("DUBAI, Aug 5 (Reuters) - A ship left.", "DUBAI, Aug 5 (Reuters) -", "Dubai", "Reuters")]
    [InlineData("Athens, Aug 5, IRNA – A train left.", "Athens, Aug 5, IRNA –", "Athens", "IRNA")]
    [InlineData("Helsinki, SANA- A bus left.", "Helsinki, SANA-", "Helsinki", "SANA")]
    [InlineData("Aug 5 (Reuters) - A share fell.", "Aug 5 (Reuters) -", null, "Reuters")]
    [InlineData("(AFP) - A plane left.", "(AFP) -", null, "AFP")]
    [InlineData("WASHINGTON/OTTAWA — They met.", "WASHINGTON/OTTAWA —", "Washington/Ottawa", "")]
    public void A_dateline_gives_place_and_agency(string paragraph, string words, string? place, string agencies)
    {
        var dateline = Dateline.Of(paragraph)!;
        paragraph[..dateline.Length].Should().Be(words);
        dateline.Place.Should().Be(place);
        string.Join(", ", dateline.Agencies).Should().Be(agencies);
    }

    [Theory]
    [InlineData("UPDATE: The envoy left.")]
    [InlineData("WARNING: BAD ROADS AHEAD.")]
    [InlineData("He said: Nothing was lost.")]
    [InlineData("Paris - that was his dream.")]
    [InlineData("Ann Lee, teacher - and mother - won.")]
    [InlineData("LISBON:")]
    public void Other_openings_are_no_datelines(string paragraph) => Dateline.Of(paragraph).Should().BeNull();
}
