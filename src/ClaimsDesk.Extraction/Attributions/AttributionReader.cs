using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Reads attributions from running text: cues from the encoder, then source and content of each. Safe for threads.</summary>
public sealed class AttributionReader
{
    private readonly LanguageModel _model;
    private readonly SpanWeights _weights;
    private readonly SentenceReader _sentences;
    private readonly ReportingWords _reporting = ReportingWords.Load();

    /// <summary>A reader of what a model sees.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">Where its files lie; the weights by which spans are read are one of them.</param>
    /// <exception cref="ModelFileException">The file of weights is missing or damaged, or belongs to another model.</exception>
    public AttributionReader(LanguageModel model, string folder)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _weights, _sentences) = (model, SpanWeights.Load(folder, model.Labels), new SentenceReader(model));
    }

    /// <summary>
    /// The attributions in <paramref name="blocks"/>, nested ones among them, in the order of their cues. What lies between
    /// the blocks is not read, and no span reaches into it.
    /// </summary>
    public IReadOnlyList<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks) => Read(text, blocks, _sentences.Read(text, blocks));

    /// <summary>The same where the sentences of the blocks are known; there may be others among them.</summary>
    public IReadOnlyList<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(sentences);
        return Read(text, blocks, sentences, _model.Labels.Reading);
    }

    /// <summary>The same with the shy readings among them: below the bars, but with a cue that reports or has a clause.</summary>
    public IReadOnlyList<Attribution> ReadWithShy(SourceText text, IReadOnlyList<TextSpan> blocks, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(sentences);
        return Read(text, blocks, sentences, _model.Labels.Reading, _model.Labels.Reading.ForShy());
    }

    /// <summary>The outermost attributions of a text that is an article and nothing else; its lines are its blocks.</summary>
    public IReadOnlyList<Attribution> ReadOutermost(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Nesting.Outermost(Read(text, RunningText.LinesOf(text)));
    }

    /// <summary>
    /// A second look inside contents, for what stands in the contents of <paramref name="found"/> and is not among them. The net
    /// learnt little of nesting, so each outermost content with a further word that reports is read as a text of its own, with a lower
    /// bar for cues; no span leaves it.
    /// </summary>
    public IReadOnlyList<Attribution> ReadNested(SourceText text, IReadOnlyList<Attribution> found, IReadOnlyList<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(sentences);
        var nested = _model.Labels.Reading.ForNested();
        List<Attribution> sure = [.. found.Where(a => !a.IsShy)];
        var cues = new CuePlaces(sure);
        return [.. Nesting.Outermost(sure)
            .Where(outer => outer.Content.Any(span => HoldsFurtherCue(span, sentences, cues)))
            .SelectMany(outer => Read(text, outer.Content, sentences, nested, nested.ForShy()))
            .Where(a => !a.Cue.Any(cues.Overlap))];
    }

    private bool HoldsFurtherCue(TextSpan content, IReadOnlyList<Sentence> sentences, CuePlaces cues)
    {
        for (var i = RunningText.FirstEndingAfter(sentences, content.Start); i < sentences.Count && sentences[i].Span.Start < content.End; i++)
        {
            if (sentences[i].WordsIn(content).Any(w => _reporting.IsReporting(w.Text) && !cues.Overlap(w.Span))) return true;
        }
        return false;
    }

    internal List<Attribution> Read(SourceText text, IReadOnlyList<TextSpan> blocks, IReadOnlyList<Sentence> sentences, ReadingSettings settings, ReadingSettings? shy = null)
    {
        var running = new RunningText(text, blocks, sentences, Quotations.Find(text.Value, blocks));
        var pieces = blocks.SelectMany(b => _model.Pieces.Split(text.Value, b)).ToArray();
        return [.. Window.Over(pieces, _model.Labels.Window - 2, settings.Overlap).SelectMany(w => ReadWindow(running, pieces, w, settings, shy ?? settings))];
    }

    private IEnumerable<Attribution> ReadWindow(RunningText running, Piece[] pieces, Window window, ReadingSettings settings, ReadingSettings shy)
    {
        // Rows of dots and dashes cost as much as words, and hold no cue.
        if (!Array.Exists(pieces[window.Start..window.End], p => p.Case is not LetterCase.NoLetter)) return [];
        var scores = _model.Encode(pieces.AsMemory(window.Start, window.Length));
        var words = new RunningWords(running, pieces, window);
        var cues = CueFinder.Find(words, scores, Math.Max(shy.CueThreshold, settings.CueWordThreshold), settings.CueWordThreshold);
        var view = new WindowView(_weights.Features, running, words);
        if (shy.CueThreshold < settings.CueThreshold)
        {
            var more = CueFinder.FindShy(words, scores, cues, shy.CueThreshold, w => HasClause(view, w)).ToList();
            cues.RemoveAll(cue => cue.Confidence <= settings.CueThreshold && !MayReport(cue, words, view));
            cues.AddRange(more);
        }
        if (cues.Count == 0) return [];
        var rows = _model.Roles(scores, [.. cues.Select(c => words.LastRow(c.End - 1))]);
        return cues.Select((cue, i) => ReadOne(running, words, view, cue, new RoleScores(words, scores, rows[i]), settings, shy)).OfType<Attribution>();
    }

    /// <summary>A word that reports, or one with a clause for an object.</summary>
    private bool MayReport(FoundCue cue, RunningWords words, WindowView view) =>
        Enumerable.Range(cue.Start, cue.End - cue.Start).Any(w => _reporting.IsReporting(words.Texts[w]) || words.Texts[w] == "like" || HasClause(view, w));

    private static bool HasClause(WindowView view, int w) =>
        view.Shapes[w] is { } shape && view.Nodes[w] is >= 0 and var node && shape.Sentence.ChildrenOf(shape.Sentence.Words[node]).Any(c => c.Relation == "ccomp");

    /// <summary>Source and content of one cue; null where it has no content or is too doubtful.</summary>
    private Attribution? ReadOne(RunningText running, RunningWords words, WindowView view, FoundCue cue, RoleScores scores, ReadingSettings settings, ReadingSettings shy)
    {
        var seen = new CueView(_weights.Features, view, cue, scores.InAnotherCue(cue, settings.CueWordThreshold));
        var roles = SpanReading.Best(new SpanLattice(_weights, seen, scores.All), settings.WithoutSource);
        WordOrder.TakePredicate(roles, view, seen.Anchor);
        WordOrder.TakeVerdict(roles, view, seen.Anchor);
        WordOrder.TakeName(roles, view, seen.Anchor);
        SpanEdges.DropMarks(roles, words.Texts);
        var certainty = Certainty.Of(cue, roles, scores, roles.Where((role, w) => role == Role.Content && words.IsQuoted[w]).Any(), settings.Certainty);
        var content = SpansOf(w => roles[w] == Role.Content, words, running.Blocks);
        if (content.Count == 0 || certainty <= shy.KeepAbove) return null;
        return new Attribution(
            SpansOf(w => roles[w] == Role.Source, words, running.Blocks),
            SpansOf(w => roles[w] == Role.Cue, words, running.Blocks),
            content,
            settings.Calibrated(certainty),
            "encoder")
        { IsShy = cue.Confidence <= settings.CueThreshold || certainty <= settings.KeepAbove };
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
