using System.Runtime.InteropServices;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Reads attributions from running text: cues from the encoder, then source and content of each. Safe for threads.</summary>
public sealed class AttributionReader(LanguageModel model)
{
    private readonly SentenceReader _sentences = new(model);

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

    /// <summary>The outermost attributions of a text that is an article and nothing else; its lines are its blocks.</summary>
    public IReadOnlyList<Attribution> ReadOutermost(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Nesting.Outermost(Read(text, RunningText.LinesOf(text)));
    }

    /// <summary>
    /// A second look inside contents, for what stands in the contents of <paramref name="found"/> and is not among them. The net
    /// learnt little of nesting, so each outermost content is read as a text of its own, with a lower bar for cues; no span leaves it.
    /// </summary>
    public IReadOnlyList<Attribution> ReadNested(SourceText text, IReadOnlyList<Attribution> found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var nested = model.Labels.Reading.ForNested();
        List<TextSpan> known = [.. found.SelectMany(a => a.Cue).Order()];
        bool IsKnown(TextSpan cue) => Places.At(known, cue.Start) is var i && i < known.Count && known[i].Overlaps(cue);
        return [.. Nesting.Outermost(found).SelectMany(outer => Read(text, outer.Content, nested)).Where(a => !a.Cue.Any(IsKnown))];
    }

    internal List<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks, ReadingSettings settings)
    {
        var running = new RunningText(text, blocks, _sentences.Split(text, blocks), Quotations.Find(text.Value, blocks));
        var pieces = blocks.SelectMany(b => model.Pieces.Split(text.Value, b)).ToList();
        return [.. Window.Over(pieces, model.Labels.Window - 2, settings.Overlap).SelectMany(w => ReadWindow(running, pieces, w, settings))];
    }

    private IEnumerable<Attribution> ReadWindow(RunningText running, List<Piece> pieces, Window window, ReadingSettings settings)
    {
        // Rows of dots and dashes cost as much as words, and hold no cue.
        if (!pieces.GetRange(window.Start, window.Length).Exists(p => p.Case is not LetterCase.NoLetter)) return [];
        var scores = model.Encode(CollectionsMarshal.AsSpan(pieces).Slice(window.Start, window.Length));
        var words = new RunningWords(running, pieces, window);
        var cues = CueFinder.Find(words, scores, settings.CueThreshold);
        var rows = model.Roles(scores, [.. cues.Select(c => words.LastRow(c.End - 1))]);
        return cues.Select((cue, i) => ReadOne(running, words, cue, new RoleScores(words, rows[i]), settings)).OfType<Attribution>();
    }

    /// <summary>Source and content of one cue, step by step; null where it has no content or is too doubtful.</summary>
    private static Attribution? ReadOne(RunningText running, RunningWords words, FoundCue cue, RoleScores scores, ReadingSettings settings)
    {
        var roles = RoleDecoder.Decode(scores, words.MarksBefore, cue, settings);
        ContentEdges.JoinLikelyNeighbours(roles, scores, cue, settings);
        QuotedContent.TakeWhole(roles, words, running.Quotations, cue);
        ContentEdges.CutSpill(roles, scores, words.SentenceEndsBefore);
        ContentEdges.TakeOpener(roles, words.Texts, cue);
        LikeliestSource.Take(roles, scores, cue, settings);
        var certainty = Certainty.Of(cue, roles, scores, roles.Where((role, w) => role == Role.Content && words.IsQuoted[w]).Any(), settings.Certainty);
        ContentEdges.DropEdgePunctuation(roles, words.Texts);
        var content = SpansOf(w => roles[w] == Role.Content, words, running.Blocks);
        if (content.Count == 0 || certainty <= settings.KeepAbove) return null;
        return new Attribution(
            SpansOf(w => roles[w] == Role.Source, words, running.Blocks),
            SpansOf(w => w >= cue.Start && w < cue.End, words, running.Blocks),
            content,
            certainty,
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
            if (goesOn && Places.At(blocks, spans[^1].Start) == Places.At(blocks, span.Start)) spans[^1] = spans[^1].Union(span);
            else spans.Add(span);
            goesOn = true;
        }
        return spans;
    }
}
