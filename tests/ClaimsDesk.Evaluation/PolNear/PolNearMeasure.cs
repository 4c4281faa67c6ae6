using System.Diagnostics;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;

namespace ClaimsDesk.Evaluation.PolNear;

/// <summary>PolNeAR's development part: US political news of 2016, outermost attributions.</summary>
public static class PolNearMeasure
{
    /// <summary>The figures; null where the corpus is absent.</summary>
    public static Measurement? Run(Extractor extractor, Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(corpora);
        return corpora.Find(Path.Combine("polnear", "data", "dev")) is { } folder ? new Measurement([.. Measure(extractor, Documents(folder))], []) : null;
    }

    private static IEnumerable<Figure> Measure(Extractor extractor, List<(ScoredText Text, BratFile Gold)> documents)
    {
        var reading = documents.AsParallel().AsOrdered().Select(d => extractor.OutermostAttributions(d.Text.Text)
            .Select(a => new MarkedAttribution(a.Source, a.Cue, a.Content, a.Confidence)).ToList()).ToList();
        foreach (var figure in Figures("PolNeAR dev, the model's reading", Score(documents, reading))) yield return figure;

        // Processor time, since other work on the machine does not count in it; every thread's is summed.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var whole = documents.AsParallel().AsOrdered().Select(d => extractor.Extract(d.Text.Text, ExtractionContext.Unknown)).ToList();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        var outermost = whole.Select(d => d.Articles.SelectMany(a => a.Claims).Where(c => c.Parent is null)
            .Select(c => new MarkedAttribution(c.Source, c.Cue, c.Content, c.Confidence)).ToList()).ToList();
        const string Pipeline = "PolNeAR dev, claims without a parent";
        foreach (var figure in Figures(Pipeline, Score(documents, outermost))) yield return figure;
        var words = documents.Sum(d => d.Text.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        yield return new Figure(Pipeline, "words a second of processor time, whole extract", words / spent.TotalSeconds, Guard.None, $"{words} words");
    }

    private static IEnumerable<Figure> Figures(string group, PolNearScore score) =>
    [
        .. Figure.Of(group, "C2: content overlaps, source agrees", score.Claims),
        new(group, "contents alone, F1", score.Contents.F1, Guard.NotBelow, score.Contents.Detail),
        new(group, "exact source spans, F1", score.SourceSpans.F1, Guard.NotBelow, score.SourceSpans.Detail),
        new(group, "exact cue spans, F1", score.CueSpans.F1, Guard.NotBelow, score.CueSpans.Detail),
        new(group, "exact content spans, F1", score.ContentSpans.F1, Guard.NotBelow, score.ContentSpans.Detail),
        .. Calibration.Figures(group, score.Judged),
    ];

    private static PolNearScore Score(List<(ScoredText Text, BratFile Gold)> documents, IEnumerable<List<MarkedAttribution>> predicted)
    {
        var score = new PolNearScore();
        foreach (var ((text, gold), found) in documents.Zip(predicted)) score.Add(text, gold, found);
        return score;
    }

    private static List<(ScoredText Text, BratFile Gold)> Documents(string folder)
    {
        // Of a text that several people annotated, the first by name counts.
        var annotations = Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)[..Path.GetFileNameWithoutExtension(path).LastIndexOf('_')]);
        return [.. annotations.Select(document =>
        {
            var text = ScoredText.Read(Path.Combine(folder, "text", document.Key + ".txt"));
            return (text, BratFile.Read(document.First(), text));
        })];
    }
}
