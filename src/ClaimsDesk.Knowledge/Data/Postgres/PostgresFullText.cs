using System.Globalization;
using System.Text;
using ClaimsDesk.Knowledge.Data.FullText;
using NpgsqlTypes;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The words of a claim as PostgreSQL's text search takes them, and what people type in its language.</summary>
internal static class PostgresFullText
{
    // PostgreSQL counts positions up to this; a phrase further on is found by its words alone.
    private const int LastPosition = 16_383;

    /// <summary>Content has weight A, the tellers B. Between them a place is left free, so that no phrase reaches from one into the other.</summary>
    public static NpgsqlTsVector Vector(string content, string toldBy)
    {
        var vector = new StringBuilder();
        var next = Append(vector, content, 'A', 1);
        Append(vector, toldBy, 'B', next + 1);
#pragma warning disable CS0618 // Obsolete, because it parses odd input otherwise than PostgreSQL; these are letters and digits in quotation marks.
        return NpgsqlTsVector.Parse(vector.ToString());
#pragma warning restore CS0618
    }

    /// <summary>A <c>tsquery</c> of all the terms; nothing typed is an operator. Words in quotation marks stay a phrase.</summary>
    public static string Query(string words) =>
        string.Join(" & ", SearchTerms.Of(words).Select(term => string.Join(" <-> ", SearchWords.Of(term).Select(word => $"'{word.Folded}'"))).Where(term => term.Length > 0));

    private static int Append(StringBuilder vector, string text, char weight, int position)
    {
        foreach (var word in SearchWords.Of(text))
        {
            vector.Append(CultureInfo.InvariantCulture, $"'{word.Folded}':{Math.Min(position, LastPosition)}{weight} ");
            position++;
        }
        return position;
    }
}
