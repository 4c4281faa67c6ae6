using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Layout;

/// <summary>
/// Markup written as a string with holes: <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>. Whatever fills a hole is encoded, as text or as the
/// value of an attribute in quotation marks, unless it is markup itself. For what a page shows by the hundred: a circuit keeps forty bytes for
/// every element and every attribute that a template draws, twice where it was drawn again, and one string for a piece of markup.
/// </summary>
public static class Markup
{
    // What comes from articles is in any script, and only five characters mean something to a browser.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The markup.</summary>
    public static MarkupString Of(Writing written) => written.Markup;

    /// <summary>What the compiler makes of the string and its holes.</summary>
    [InterpolatedStringHandler]
    public readonly struct Writing(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 24));

        internal MarkupString Markup => new(_text.ToString());

        /// <summary>Adds what stands in the program.</summary>
        public void AppendLiteral(string markup) => _text.Append(markup);

        /// <summary>Adds a text, encoded.</summary>
        public void AppendFormatted(string? text) => _text.Append(text is null ? null : Encoder.Encode(text));

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>Adds markup as it is.</summary>
        public void AppendFormatted(MarkupString markup) => _text.Append(markup.Value);

        /// <summary>Adds one piece of markup after another.</summary>
        public void AppendFormatted(IEnumerable<MarkupString> pieces)
        {
            foreach (var piece in pieces) _text.Append(piece.Value);
        }
    }
}
