using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Coreference;

/// <summary>A place where a text speaks of an entity, as annotated.</summary>
/// <param name="Head">The mention's main word.</param>
/// <param name="Entity">The entity's number in its document.</param>
/// <param name="Type">person, organization, place …</param>
/// <param name="Tag">The main word's part of speech.</param>
public sealed record AnnotatedMention(TextSpan Head, string Entity, string Type, string Tag);

/// <summary>A document of a CoNLL-U file with GUM's entities.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, built again from its words.</param>
/// <param name="Mentions">Its mentions.</param>
public sealed record AnnotatedMentions(string Name, string Text, IReadOnlyList<AnnotatedMention> Mentions)
{
    /// <summary>The documents of a file.</summary>
    public static IEnumerable<AnnotatedMentions> ReadAll(string path)
    {
        Builder? document = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (document is not null) yield return document.Done();
                document = new Builder(line["# newdoc id = ".Length..]);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_block", StringComparison.Ordinal))
            {
                document?.Paragraph();
            }
            else if (line.Length == 0)
            {
                document?.EndSentence();
            }
            else if (line[0] != '#')
            {
                document?.Token(line.Split('\t'));
            }
        }
        if (document is not null) yield return document.Done();
    }

    private sealed class Builder(string name)
    {
        private readonly StringBuilder _text = new();
        private readonly List<AnnotatedMention> _mentions = [];
        private readonly List<(string Entity, string Type, int[] Heads, List<(TextSpan Span, string Tag)> Words)> _open = [];
        private TextSpan _joined;
        private int _joinedUntil;

        public void Paragraph()
        {
            while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
            if (_text.Length > 0) _text.Append("\n\n");
        }

        /// <summary>Words are counted anew in each sentence.</summary>
        public void EndSentence() => _joinedUntil = 0;

        /// <summary>A word; of a contraction ("don't") the words share the place of the whole.</summary>
        public void Token(string[] fields)
        {
            if (fields[0].Contains('.', StringComparison.Ordinal)) return;
            if (fields[0].Split('-') is [_, var last])
            {
                _joined = Append(fields);
                _joinedUntil = int.Parse(last, CultureInfo.InvariantCulture);
                return;
            }
            var isJoined = int.Parse(fields[0], CultureInfo.InvariantCulture) <= _joinedUntil;
            var span = isJoined ? _joined : Append(fields);
            Entities(fields[9].Split('|').FirstOrDefault(f => f.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..] ?? "", span, fields[3]);
        }

        public AnnotatedMentions Done() => new(name, _text.ToString(), _mentions);

        private TextSpan Append(string[] fields)
        {
            var start = _text.Length;
            _text.Append(fields[1]);
            var span = new TextSpan(start, _text.Length);
            if (!fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal)) _text.Append(' ');
            return span;
        }

        /// <summary>"(7-person-…" opens, "7)" closes, "(7-…)" does both.</summary>
        private void Entities(string marks, TextSpan span, string tag)
        {
            var opened = new List<int>();
            for (var i = 0; i < marks.Length;)
            {
                var end = marks.IndexOfAny(['(', ')'], i + 1);
                if (end < 0) end = marks.Length;
                if (marks[i] == '(')
                {
                    var parts = marks[(i + 1)..end].Split('-', 7);
                    _open.Add((parts[0], parts[1], [.. parts[5].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))], []));
                    i = end;
                    if (i < marks.Length && marks[i] == ')')
                    {
                        _open[^1].Words.Add((span, tag));
                        Close(_open.Count - 1);
                        i++;
                    }
                    continue;
                }
                if (end == marks.Length) break;
                var closed = _open.FindLastIndex(o => o.Entity == marks[i..end]);
                if (closed >= 0)
                {
                    _open[closed].Words.Add((span, tag));
                    Close(closed);
                }
                i = end + 1;
            }
            foreach (var (_, _, _, words) in _open) words.Add((span, tag));
        }

        private void Close(int index)
        {
            var (entity, type, heads, words) = _open[index];
            _open.RemoveAt(index);
            if (heads[0] <= words.Count) _mentions.Add(new AnnotatedMention(words[heads[0] - 1].Span, entity, type, words[heads[0] - 1].Tag));
        }
    }
}
