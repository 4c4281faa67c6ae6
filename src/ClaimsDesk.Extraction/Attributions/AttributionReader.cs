using System.Runtime.InteropServices;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Reads attributions from running text: cues from the encoder, then source and content of each. Safe for threads.</summary>
public sealed class AttributionReader(LanguageModel model)
{
    /// <summary>
    /// The attributions in <paramref name="blocks"/>, nested ones among them, in the order of their cues. What lies between
    /// the blocks is not read, and no span reaches into it.
    /// </summary>
    public IReadOnlyList<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        return Read(text, blocks, model.Labels.Reading);
    }

    private List<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks, ReadingSettings settings)
    {
        var pieces = blocks.SelectMany(b => model.Pieces.Split(text.Value, b)).ToList();
        var quotations = Quotations.Find(text.Value, blocks);
        var found = new List<Attribution>();
        foreach (var window in Window.Over(pieces, model.Labels.Window - 2, settings.Overlap))
        {
            var scores = model.Encode(CollectionsMarshal.AsSpan(pieces).Slice(window.Start, window.Length));
            var words = new RunningWords(pieces, window);
            var cues = CueFinder.Find(words, scores, settings.CueThreshold);
            var roles = model.Roles(scores, [.. cues.Select(c => words.LastRow(c.End - 1))]);
            for (var i = 0; i < cues.Count; i++)
            {
                var attribution = ReadOne(words, cues[i], new RoleScores(words, roles[i]), quotations, blocks, settings);
                if (attribution is not null) found.Add(attribution);
            }
        }
        return found;
    }

    private static Attribution? ReadOne(RunningWords words, FoundCue cue, RoleScores scores, List<TextSpan> quotations, IReadOnlyList<TextSpan> blocks, ReadingSettings settings)
    {
        var roles = RoleDecoder.Decode(scores, words.Count, cue, settings);
        ContentEdges.JoinLikelyNeighbours(roles, scores, cue, settings);
        Quotations.TakeWhole(roles, words, quotations, cue);
        var content = SpansOf(w => roles[w] == Role.Content, words, blocks);
        if (content.Count == 0) return null;
        return new Attribution(
            SpansOf(w => roles[w] == Role.Source, words, blocks),
            SpansOf(w => w >= cue.Start && w < cue.End, words, blocks),
            content,
            cue.Confidence,
            "encoder");
    }

    /// <summary>Runs of chosen words; a run ends where its block ends.</summary>
    private static List<TextSpan> SpansOf(Func<int, bool> chosen, RunningWords words, IReadOnlyList<TextSpan> blocks)
    {
        var spans = new List<TextSpan>();
        var goesOn = false;
        for (var w = 0; w < words.Count; w++)
        {
            if (!chosen(w)) { goesOn = false; continue; }
            var span = words.Spans[w];
            if (goesOn && BlockAt(blocks, spans[^1].Start) == BlockAt(blocks, span.Start)) spans[^1] = spans[^1].Union(span);
            else spans.Add(span);
            goesOn = true;
        }
        return spans;
    }

    private static int BlockAt(IReadOnlyList<TextSpan> blocks, int offset)
    {
        int low = 0, high = blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
