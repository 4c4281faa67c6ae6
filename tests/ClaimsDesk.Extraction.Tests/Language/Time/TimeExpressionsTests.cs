using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Extraction.Language.Time;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Language.Time;

/// <summary>Each example: words | the article's date | what is read, as <c>words=date</c>, <c>~</c> before a vague date and <c>&gt;</c> before a bound.</summary>
public class TimeExpressionsTests
{
    // 6 August 2024 was a Tuesday.
    [Theory]
    [InlineData("The letter was delivered on Monday.", "2024-08-06", "Monday=2024-08-05")]
    [InlineData("The agency reported on Tuesday that it rained.", "2024-08-06", "Tuesday=2024-08-06")]
    [InlineData("They met on Wednesday.", "2024-08-06", "Wednesday=2024-07-31")]
    [InlineData("The bridge reopened Sunday night.", "2024-08-06", "Sunday night=2024-08-04")]
    [InlineData("Tuesday's vote was close.", "2024-08-06", "Tuesday=2024-08-06")]
    [InlineData("She left last Tuesday.", "2024-08-06", "last Tuesday=2024-07-30")]
    [InlineData("She leaves next Tuesday.", "2024-08-06", "next Tuesday=2024-08-13")]
    [InlineData("The minister will fly home on Friday.", "2024-08-06", "Friday=2024-08-09")]
    [InlineData("The court is due to rule on Thursday, a clerk said on Monday.", "2024-08-06", "Thursday=2024-08-08; Monday=2024-08-05")]
    [InlineData("The mayor, who will retire, said on Friday it was time.", "2024-08-06", "Friday=2024-08-02")]
    public void Weekdays_are_the_last_such_day_unless_the_words_look_ahead(string words, string reference, string expected) => Check(words, reference, expected);

    [Theory]
    [InlineData("Shops were busy on Black Friday.", "2024-08-06", "")]
    [InlineData("He told the Sunday Times.", "2024-08-06", "")]
    [InlineData("He told USA Today of a play called “Yesterday’s Men”.", "2024-08-06", "")]
    [InlineData("“Today is a good day,” he said.", "2024-08-06", "Today=2024-08-06")]
    [InlineData("Markets open on Mondays and every Friday.", "2024-08-06", "")]
    public void Names_and_habits_are_no_days(string words, string reference, string expected) => Check(words, reference, expected);

    [Theory]
    [InlineData("It opened on Aug. 6, 2023.", "2024-08-06", "Aug. 6, 2023=2023-08-06")]
    [InlineData("A deal was signed on Jan. 29 in Paris.", "2024-08-06", "Jan. 29=2024-01-29")]
    [InlineData("The war began on Oct. 7.", "2024-08-06", "Oct. 7=2023-10-07")]
    [InlineData("Elections will be held on October 7.", "2024-08-06", "October 7=2024-10-07")]
    [InlineData("They took the hill on Monday, June 4.", "2018-06-12", "Monday, June 4=2018-06-04")]
    [InlineData("They took the hill on Monday, June 4.", "", "Monday, June 4=?")]
    [InlineData("The 5th of May 2019 was a Sunday.", "", "5th of May 2019=2019-05-05; Sunday=?")]
    [InlineData("It lasted from 2024-07-30 until 2 August.", "2024-08-06", ">2024-07-30=2024-07-30; >2 August=2024-08-02")]
    [InlineData("It snowed on Feb. 29.", "2023-03-01", "Feb. 29=2020-02-29")]
    [InlineData("It never snows on February 30.", "2023-03-01", "")]
    [InlineData("They march 5 miles and may 3 times rest.", "2024-08-06", "")]
    public void Written_dates_take_the_year_from_the_article(string words, string reference, string expected) => Check(words, reference, expected);

    [Theory]
    [InlineData("He was shot in Lyon in late July.", "2024-08-11", "late July=2024-07")]
    [InlineData("Since early August the town has been quiet.", "2024-08-11", ">early August=2024-08")]
    [InlineData("Strikes followed in February and March of 2018.", "", "February=2018-02; March of 2018=2018-03")]
    [InlineData("She became minister in May.", "2024-08-06", "May=2024-05")]
    [InlineData("She became minister in November.", "2024-08-06", "November=2023-11")]
    [InlineData("The film may come in May 2025.", "2024-08-06", "May 2025=2025-05")]
    [InlineData("They fell out last August.", "2024-08-06", "last August=2023-08")]
    [InlineData("The talks will resume in January.", "2024-08-06", "January=2025-01")]
    [InlineData("He spoke of an October meeting.", "2024-11-06", "~October=2024-10")]
    [InlineData("Theresa May and April Jones agreed.", "2024-08-06", "")]
    [InlineData("The 2015 deal, revived in 2021, ends by 2030.", "", "~2015=2015; 2021=2021; >2030=2030")]
    [InlineData("Music of the 1980s.", "2024-08-06", "")]
    public void Months_and_years(string words, string reference, string expected) => Check(words, reference, expected);

    [Theory]
    [InlineData("The delegation came several days ago.", "2024-08-11", "~several days ago=2024-08")]
    [InlineData("The delegation came three days ago.", "2024-08-11", "three days ago=2024-08-08")]
    [InlineData("An essay appeared two months ago.", "2018-06-12", "two months ago=2018-04")]
    [InlineData("An essay appeared two months ago.", "", "two months ago=?")]
    [InlineData("They married five years ago.", "2024-08-06", "five years ago=2019")]
    [InlineData("Around one week ago fighting broke out.", "2024-08-03", "~Around one week ago=2024-07")]
    [InlineData("It rained on Monday; the previous day was dry.", "2024-08-06", "Monday=2024-08-05; ~the previous day=2024-08-04")]
    [InlineData("He fell on August 1 and died two days later.", "2024-08-06", "August 1=2024-08-01; ~two days later=2024-08-03")]
    [InlineData("It rained the day after the vote, and the day before.", "2024-08-06", "~the day before=2024-08-05")]
    [InlineData("Years later they met again, a week before the vote.", "2024-08-06", "")]
    [InlineData("A city founded 999 years ago.", "0001-01-01", "999 years ago=?")]
    public void Distances(string words, string reference, string expected) => Check(words, reference, expected);

    [Theory]
    [InlineData("He resigned yesterday.", "2024-08-06", "yesterday=2024-08-05")]
    [InlineData("Earlier today, prices fell.", "2024-08-06", "Earlier today=2024-08-06")]
    [InlineData("Earlier this month, troops left.", "2024-08-06", "Earlier this month=2024-08")]
    [InlineData("The dam broke last week.", "2024-08-06", "~last week=2024-07")]
    [InlineData("The dam reopens next month.", "2024-12-06", "next month=2025-01")]
    [InlineData("The club folded last year.", "2024-08-06", "last year=2023")]
    [InlineData("They rallied over the weekend.", "2024-08-06", "~over the weekend=2024-08")]
    [InlineData("They have recently quarrelled over the past few weeks.", "2024-08-06", "")]
    public void Named_times(string words, string reference, string expected) => Check(words, reference, expected);

    [Fact]
    public void Spans_point_into_the_whole_text()
    {
        const string Text = "Old news. They met on Monday.";
        var times = TimeExpressions.In(Text, new TextSpan(10, Text.Length), new DateOnly(2024, 8, 6));
        times.Should().ContainSingle().Which.Span.Of(Text).Should().Be("Monday");
    }

    [Fact]
    public void A_sentence_of_a_hundred_thousand_words_is_read_at_once()
    {
        var words = string.Join(' ', Enumerable.Repeat("on Monday, the previous day, in May Black Friday, two days ago", 8000));
        var watch = Stopwatch.StartNew();
        TimeExpressions.In(words, new TextSpan(0, words.Length), new DateOnly(2024, 8, 6)).Should().HaveCountGreaterThan(8000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "anything quadratic would take minutes");
    }

    private static void Check(string words, string reference, string expected)
    {
        DateOnly? day = reference.Length == 0 ? null : DateOnly.ParseExact(reference, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var read = TimeExpressions.In(words, new TextSpan(0, words.Length), day);
        string.Join("; ", read.Select(time => $"{Sign(time.Kind)}{time.Span.Of(words)}={time.Date?.ToString() ?? "?"}")).Should().Be(expected);
    }

    private static string Sign(TimeKind kind) => kind switch { TimeKind.Vague => "~", TimeKind.Bound => ">", _ => "" };
}
