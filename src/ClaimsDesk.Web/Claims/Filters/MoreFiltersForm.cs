using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Claims.Filters;

/// <summary>What the form of further filters holds: one value a key, where the address may hold several.</summary>
public sealed class MoreFiltersForm
{
    /// <summary>What <see cref="Review"/> says of a claim that nobody reviewed.</summary>
    public const string NotReviewed = "none";

    /// <summary>Words in the content or the names of the tellers.</summary>
    public string? Words { get; set; }

    /// <summary>A part of a teller's name.</summary>
    public string? Chain { get; set; }

    /// <summary>A part of what the source belongs to.</summary>
    public string? Affiliation { get; set; }

    /// <summary>Whom it is about.</summary>
    public string? Actor { get; set; }

    /// <summary>Which place it speaks of.</summary>
    public string? Place { get; set; }

    /// <summary>The import that brought it, by number.</summary>
    public int? Batch { get; set; }

    /// <summary>How it is worded.</summary>
    public QuoteKind? Quote { get; set; }

    /// <summary>Whether it is negated.</summary>
    public bool? Negated { get; set; }

    /// <summary>Whether it is hedged.</summary>
    public bool? Hedged { get; set; }

    /// <summary>Whether only unnamed sources count.</summary>
    public bool UnnamedOnly { get; set; }

    /// <summary>Whether the reading was let stand or rejected, as in a URL.</summary>
    public string? Review { get; set; }

    /// <summary>How sure the finder is, as in a URL: <c>0.8..</c></summary>
    public string? Confidence { get; set; }

    /// <summary>When it was said.</summary>
    public DateRange Said { get; init; } = new();

    /// <summary>When what is claimed happened.</summary>
    public DateRange Happened { get; init; } = new();

    /// <summary>When the article was published.</summary>
    public DateRange Published { get; init; } = new();

    /// <summary>What is wrong with what was typed, or null.</summary>
    public string? Problem => Said.Problem("Said") ?? Happened.Problem("Happened") ?? Published.Problem("Published")
        ?? (string.IsNullOrWhiteSpace(Confidence) || ConfidenceSpan.TryRead(Confidence, out _) ? null : "Confidence: write two numbers between 0 and 1 with .. between, as 0.8.., ..0.5 or 0.5..0.8.");

    /// <summary>The form as the filter has it.</summary>
    public static MoreFiltersForm Of(ClaimFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new MoreFiltersForm
        {
            Words = filter.Words.AnyOf.FirstOrDefault(),
            Chain = filter.Chain.AnyOf.FirstOrDefault(),
            Affiliation = filter.Affiliations.AnyOf.FirstOrDefault(),
            Actor = filter.Actors.AnyOf.Select(pick => pick.Name).FirstOrDefault(),
            Place = filter.Places.AnyOf.Select(pick => pick.Name).FirstOrDefault(),
            Batch = filter.Batches.AnyOf.Select(batch => (int?)batch).FirstOrDefault(),
            Quote = filter.Quotes.AnyOf.Select(quote => (QuoteKind?)quote).FirstOrDefault(),
            Negated = filter.Negated.AnyOf.Select(yes => (bool?)yes).FirstOrDefault(),
            Hedged = filter.Hedged.AnyOf.Select(yes => (bool?)yes).FirstOrDefault(),
            UnnamedOnly = filter.Kinds.AnyOf.Contains(SourceKind.Anonymous),
            Review = filter.Reviews.AnyOf.Select(review => review is { } known ? FilterWords.Word(known) : NotReviewed).FirstOrDefault(),
            Confidence = filter.Confidence.AnyOf.Select(span => span.ToString()).FirstOrDefault(),
            Said = DateRange.Of(filter.Said),
            Happened = DateRange.Of(filter.Happened),
            Published = DateRange.Of(filter.Published),
        };
    }

    /// <summary>The filter with what was changed in the form; keys that were left alone keep all of their values.</summary>
    public ClaimFilter Onto(ClaimFilter filter)
    {
        var before = Of(filter);
        return (filter with
        {
            Words = Text(Words, before.Words, filter.Words),
            Chain = Text(Chain, before.Chain, filter.Chain),
            Affiliations = Text(Affiliation, before.Affiliation, filter.Affiliations),
            Actors = Picked(Actor, before.Actor, filter.Actors),
            Places = Picked(Place, before.Place, filter.Places),
            Batches = Batch == before.Batch ? filter.Batches : Batch is { } batch ? [batch] : [],
            Quotes = Quote == before.Quote ? filter.Quotes : Quote is { } quote ? [quote] : [],
            Negated = Negated == before.Negated ? filter.Negated : Negated is { } negated ? [negated] : [],
            Hedged = Hedged == before.Hedged ? filter.Hedged : Hedged is { } hedged ? [hedged] : [],
            Kinds = UnnamedOnly == before.UnnamedOnly ? filter.Kinds : UnnamedOnly ? [SourceKind.Anonymous] : filter.Kinds.Without(SourceKind.Anonymous),
            Reviews = Review == before.Review ? filter.Reviews
                : Review is not null && FilterWords.TryReadReview(Review, out var review) ? filter.Reviews.Only(review) : filter.Reviews.WithoutAnyOf(),
            Confidence = Confidence == before.Confidence ? filter.Confidence : ConfidenceSpan.TryRead(Confidence ?? "", out var sure) ? [sure] : [],
            Said = Said.Onto(filter.Said),
            Happened = Happened.Onto(filter.Happened),
            Published = Published.Onto(filter.Published),
        }).FromStart();
    }

    private static Choices<string> Text(string? now, string? before, Choices<string> kept) =>
        now == before ? kept : string.IsNullOrWhiteSpace(now) ? kept.WithoutAnyOf() : kept.Only(now.Trim());

    private static Choices<Pick> Picked(string? now, string? before, Choices<Pick> kept) =>
        now == before ? kept : Pick.TryRead(now ?? "", out var pick) ? kept.Only(pick) : kept.WithoutAnyOf();
}

/// <summary>Two dates of a form, each as it was typed: <c>2024</c>, <c>2024-08</c> or <c>2024-08-05</c>; or in the first field alone <c>7d</c> or <c>none</c>.</summary>
public sealed class DateRange
{
    /// <summary>From when on.</summary>
    public string? From { get; set; }

    /// <summary>Until when.</summary>
    public string? To { get; set; }

    /// <summary>The range that a filter has.</summary>
    public static DateRange Of(Choices<DateChoice> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (!days.AnyOf.Any()) return new DateRange();
        var first = days.AnyOf.First();
        return first.Span is { } span ? new DateRange { From = span.From?.ToString(), To = span.To?.ToString() } : new DateRange { From = first.ToString() };
    }

    /// <summary>What is wrong with the range called <paramref name="name"/>, or null.</summary>
    public string? Problem(string name) => Alone is not null ? null
        : !TryRead(From, out var from) || !TryRead(To, out var to) ? $"{name}: write a year, a month or a day, as 2024, 2024-08 or 2024-08-05; 7d for the last seven days; or none for no date."
        : from is { } first && to is { } last && first.First > last.Last ? $"{name}: the end comes before the start."
        : null;

    /// <summary>The days that were typed, in place of those included; as they were where nothing changed.</summary>
    public Choices<DateChoice> Onto(Choices<DateChoice> kept)
    {
        var before = Of(kept);
        if (before.From == From && before.To == To) return kept;
        if (Alone is { } alone) return kept.Only(alone);
        return TryRead(From, out var from) && TryRead(To, out var to) && (from ?? to) is not null ? kept.Only(new DateSpan(from, to)) : kept.WithoutAnyOf();
    }

    // What stands for days without being a stretch between two dates.
    private DateChoice? Alone =>
        string.IsNullOrWhiteSpace(To) && DateChoice.TryRead(From ?? "", out var days) && days.Span is null && !string.IsNullOrWhiteSpace(From) ? days : null;

    private static bool TryRead(string? text, out PartialDate? date)
    {
        date = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!PartialDate.TryParse(text.Trim(), out var read)) return false;
        date = read;
        return true;
    }
}
