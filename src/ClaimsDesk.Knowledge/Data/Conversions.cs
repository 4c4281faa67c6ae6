using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClaimsDesk.Knowledge.Data;

// How values are written in the database: as text that a person with a database browser can read.

/// <summary>Credibility by its code, <c>1</c> to <c>6</c>.</summary>
internal sealed class CredibilityCode() : ValueConverter<Credibility, string>(
    grade => grade.Code(), code => (Credibility)int.Parse(code, CultureInfo.InvariantCulture));

/// <summary><c>2024</c>, <c>2024-08</c> or <c>2024-08-05</c>.</summary>
internal sealed class PartialDateText() : ValueConverter<PartialDate, string>(date => date.ToString(), text => Read(text))
{
    private static PartialDate Read(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new FormatException($"“{text}” in the database is no date.");
}

/// <summary>All times are UTC; the database does not say so, this does.</summary>
internal sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
    time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary><c>10-25</c>.</summary>
internal sealed class SpanText() : ValueConverter<TextSpan, string>(span => Spans.Write(span), text => Spans.Read(text));

/// <summary><c>10-25 30-44</c>.</summary>
internal sealed class SpansText() : ValueConverter<IReadOnlyList<TextSpan>, string>(
    spans => string.Join(' ', spans.Select(Spans.Write)), text => Spans.ReadAll(text));

/// <summary><c>Headline:0-40 Paragraph:42-180</c>.</summary>
internal sealed class BlocksText() : ValueConverter<IReadOnlyList<ArticleBlock>, string>(
    blocks => string.Join(' ', blocks.Select(b => $"{b.Kind}:{Spans.Write(b.Span)}")), text => Read(text))
{
    private static IReadOnlyList<ArticleBlock> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            return new ArticleBlock(Enum.Parse<BlockKind>(part[..colon]), Spans.Read(part[(colon + 1)..]));
        })];
}

internal sealed class SpansComparer() : ValueComparer<IReadOnlyList<TextSpan>>(
    (left, right) => left!.SequenceEqual(right!), spans => spans.Count, spans => spans);

internal sealed class BlocksComparer() : ValueComparer<IReadOnlyList<ArticleBlock>>(
    (left, right) => left!.SequenceEqual(right!), blocks => blocks.Count, blocks => blocks);

internal static class Spans
{
    public static string Write(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    public static TextSpan Read(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return new TextSpan(int.Parse(text.AsSpan(0, dash), CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    public static IReadOnlyList<TextSpan> ReadAll(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
}
