using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>Words that say when.</summary>
/// <param name="Span">Where they stand, without a preposition before them.</param>
/// <param name="Date">The date they mean, as precisely as they say it; null where it follows neither from them nor from the article's date.</param>
/// <param name="Kind">How they say it.</param>
internal readonly record struct TimeExpression(TextSpan Span, PartialDate? Date, TimeKind Kind);

/// <summary>How words say when.</summary>
internal enum TimeKind
{
    /// <summary>A day, a month or a year: "on Monday", "Jan. 29", "late July", "two months ago".</summary>
    Point,

    /// <summary>About then: "several days ago", "last week", "the previous day". The date is the month it most likely lies in.</summary>
    Vague,

    /// <summary>A beginning or an end, so that what is told did not happen at that date: "since early August", "until Friday", "by 2030".</summary>
    Bound,
}
