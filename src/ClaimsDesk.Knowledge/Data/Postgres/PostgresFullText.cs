using System.Globalization;
using System.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data.FullText;
using NpgsqlTypes;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The words of claims and articles as PostgreSQL's text search takes them, and queries in its language.</summary>
internal static class PostgresFullText
{
    // What a tsvector can hold: positions up to this, so many of one word, so many bytes. What is beyond is found by its words, not by phrases.
    private const int LastPosition = 16_383, MostPositions = 255, MostBytes = 900_000;

    /// <summary>Content has weight A, the tellers B, the context C.</summary>
    public static NpgsqlTsVector OfClaim(Claim claim) => Vector((claim.Content, 'A'), (claim.ToldBy, 'B'), (claim.Context ?? "", 'C'));

    /// <summary>Headline and running text.</summary>
    public static NpgsqlTsVector OfArticle(Article article) => Vector((article.Title ?? "", 'A'), (article.Body.Of(article.SourceFile.Text), 'D'));

    /// <summary>The query as a <c>tsquery</c>.</summary>
    public static string Query(SearchNode node) => node switch
    {
        SearchTerm term => $"({string.Join(" <-> ", term.Words.Select((word, i) => $"'{word}':{(term.IsPrefix && i == term.Words.Count - 1 ? "*" : "")}{Weights(term.Field)}"))})",
        SearchAny any => $"({string.Join(" | ", any.Parts.Select(Query))})",
        SearchAll all => $"({string.Join(" & ", all.Parts.Select(Query))})",
        SearchNot not => $"!{Query(not.Part)}",
        _ => throw new InvalidOperationException($"{node.GetType().Name} is not known."),
    };

    private static string Weights(SearchField field) => field switch
    {
        SearchField.Content => "A",
        SearchField.Teller => "B",
        SearchField.Context => "C",
        SearchField.Claim => "AB",
        _ => "",
    };

    // Between the parts a place is left free, so that no phrase reaches from one into the other.
    private static NpgsqlTsVector Vector(params ReadOnlySpan<(string Text, char Weight)> parts)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (position, bytes) = (0, 0);
        foreach (var (text, weight) in parts)
        {
            position++;
            foreach (var word in SearchWords.Of(text))
            {
                position++;
                if (bytes > MostBytes) break;
                if (!places.TryGetValue(word.Folded, out var of)) places[word.Folded] = of = [];
                if (of.Count >= MostPositions || (of.Count > 0 && position > LastPosition)) continue;
                bytes += of.Count == 0 ? Encoding.UTF8.GetByteCount(word.Folded) + 4 : 2;
                of.Add(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(position, LastPosition)}{weight}"));
            }
        }
#pragma warning disable CS0618 // Obsolete, because it parses odd input otherwise than PostgreSQL; these are letters and digits in quotation marks.
        return NpgsqlTsVector.Parse(string.Join(' ', places.Select(word => $"'{word.Key}':{string.Join(',', word.Value)}")));
#pragma warning restore CS0618
    }
}
