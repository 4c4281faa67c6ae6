using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>
/// A text with the tokens that scorers count, and its code points, which annotations count in. Tokens are told by where they start,
/// in UTF-16 units.
/// </summary>
public sealed class ScoredText
{
    private readonly int[] _offsets;

    /// <summary>Reads the words of <paramref name="value"/>.</summary>
    public ScoredText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Text = new SourceText(value);
        var offsets = new List<int>(value.Length + 1);
        for (var i = 0; i < value.Length; i++)
        {
            offsets.Add(i);
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) i++;
        }
        offsets.Add(value.Length);
        _offsets = [.. offsets];
    }

    /// <summary>A text file in UTF-8, newlines untouched.</summary>
    public static ScoredText Read(string path) => new(new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)));

    /// <summary>The text.</summary>
    public SourceText Text { get; }

    /// <summary>The UTF-16 span of a span in code points.</summary>
    public TextSpan FromCodePoints(int start, int end) => new(_offsets[start], _offsets[end]);

    /// <summary>The starts of the runs of letters and numbers inside <paramref name="spans"/>; a word cut by a span starts at the cut.</summary>
    public HashSet<int> WordsCutBy(IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var starts = new HashSet<int>();
        foreach (var span in spans) starts.UnionWith(Runs(span, underscore: false).Select(r => r.Start));
        return starts;
    }

    /// <summary>The starts of the whole words, underscores included, that <paramref name="spans"/> touch.</summary>
    public HashSet<int> WordsTouchedBy(IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        _words ??= [.. Runs(new TextSpan(0, Text.Length), underscore: true)];
        var starts = new HashSet<int>();
        foreach (var span in spans) starts.UnionWith(_words.SkipWhile(w => w.End <= span.Start).TakeWhile(w => w.Start < span.End).Select(w => w.Start));
        return starts;
    }

    private List<TextSpan>? _words;

    private IEnumerable<TextSpan> Runs(TextSpan within, bool underscore)
    {
        var value = Text.Value;
        var start = -1;
        for (var i = within.Start; i < within.End;)
        {
            Rune.DecodeFromUtf16(value.AsSpan(i), out var rune, out var length);
            var isWord = IsLetterOrNumber(rune) || (underscore && value[i] == '_');
            if (isWord && start < 0) start = i;
            if (!isWord && start >= 0)
            {
                yield return new TextSpan(start, i);
                start = -1;
            }
            i += length;
        }
        if (start >= 0) yield return new TextSpan(start, within.End);
    }

    /// <summary>What Python's \w holds beside the underscore; .NET's holds combining marks too.</summary>
    private static bool IsLetterOrNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
