using System.Globalization;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Evaluation.Measures;

namespace ClaimsDesk.Evaluation.PolNear;

/// <summary>Attributions as annotators marked them, in brat's standoff format.</summary>
/// <param name="Attributions">The attributions.</param>
/// <param name="Discarded">Stretches of text that do not count.</param>
public sealed record BratFile(IReadOnlyList<MarkedAttribution> Attributions, IReadOnlyList<TextSpan> Discarded)
{
    /// <summary>Reads a file of annotations of <paramref name="text"/>.</summary>
    public static BratFile Read(string path, ScoredText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new Dictionary<string, List<TextSpan>>();
        var discarded = new List<TextSpan>();
        var relations = new List<string[]>();
        foreach (var line in File.ReadAllText(path).Split('\n').Select(l => l.TrimEnd('\r')))
        {
            var fields = line.Split('\t');
            if (fields.Length < 2 || fields[0].Length < 2 || !fields[0].Skip(1).All(char.IsAsciiDigit)) continue;
            if (fields[0][0] == 'T')
            {
                var space = fields[1].IndexOf(' ', StringComparison.Ordinal);
                var marked = fields[1][(space + 1)..].Split(';').Select(s => Span(s, text)).ToList();
                spans[fields[0]] = marked;
                if (fields[1][..space] == "Discard") discarded.AddRange(marked);
            }
            else if (fields[0][0] == 'E')
            {
                relations.Add(fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return new BratFile([.. relations.Select(r => Relation(r, spans)).Where(a => !a.IsEmpty)], discarded);
    }

    private static MarkedAttribution Relation(string[] arguments, Dictionary<string, List<TextSpan>> spans)
    {
        List<TextSpan> Role(string role) =>
            [.. arguments.Select(a => a.Split(':')).Where(a => a[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Equals(role, StringComparison.OrdinalIgnoreCase))
                .SelectMany(a => spans.GetValueOrDefault(a[1], []))];
        return new MarkedAttribution(Role("source"), Role("cue"), Role("content"));
    }

    private static TextSpan Span(string offsets, ScoredText text)
    {
        var numbers = offsets.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return text.FromCodePoints(numbers[0], numbers[1]);
    }
}

/// <summary>An attribution's three parts.</summary>
/// <param name="Source">Who tells.</param>
/// <param name="Cue">The words that signal it.</param>
/// <param name="Content">What is told.</param>
/// <param name="Confidence">Of a predicted one: how sure its finder is.</param>
public sealed record MarkedAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, double Confidence = 1)
{
    /// <summary>Whether nothing is marked.</summary>
    public bool IsEmpty => Source.Count + Cue.Count + Content.Count == 0;
}
