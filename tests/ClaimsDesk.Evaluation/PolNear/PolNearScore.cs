using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.PolNear;

/// <summary>
/// The measures used on PolNeAR, summed over documents. <c>Claims</c> is C2: contents share at least half of their tokens (Jaccard) and
/// sources share a token or are both absent. <c>Spans</c> compares exact spans, each once a document.
/// </summary>
public sealed class PolNearScore
{
    private readonly List<(double Confidence, bool IsRight)> _judged = [];

    /// <summary>C2.</summary>
    public Counts Claims { get; private set; }

    /// <summary>Contents alone.</summary>
    public Counts Contents { get; private set; }

    /// <summary>Exact spans of sources.</summary>
    public Counts SourceSpans { get; private set; }

    /// <summary>Exact spans of cues.</summary>
    public Counts CueSpans { get; private set; }

    /// <summary>Exact spans of contents.</summary>
    public Counts ContentSpans { get; private set; }

    /// <summary>Each predicted attribution: how sure its finder was, and whether it is right by C2.</summary>
    public IReadOnlyList<(double Confidence, bool IsRight)> Judged => _judged;

    /// <summary>Adds a document.</summary>
    public void Add(ScoredText text, BratFile gold, IReadOnlyList<MarkedAttribution> predicted)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var wanted = gold.Attributions.Where(a => !IsDiscarded(a, gold.Discarded)).Select(a => new Compared(text, a)).ToList();
        var given = predicted.Where(a => !a.IsEmpty && !IsDiscarded(a, gold.Discarded)).Select(a => new Compared(text, a)).ToList();
        SourceSpans += Shared(wanted, given, a => a.Source);
        CueSpans += Shared(wanted, given, a => a.Cue);
        ContentSpans += Shared(wanted, given, a => a.Content);

        var likeContents = (
            from g in Enumerable.Range(0, wanted.Count)
            from p in Enumerable.Range(0, given.Count)
            let overlap = Matching.Jaccard(wanted[g].ContentWords, given[p].ContentWords)
            where overlap >= .5
            select (Rank: overlap, Gold: g, Predicted: p)).ToList();
        Contents += new Counts(Matching.Greedy(likeContents).Count, given.Count, wanted.Count);
        var right = Matching.Greedy(likeContents.Where(c => wanted[c.Gold].SourceAgrees(given[c.Predicted])));
        Claims += new Counts(right.Count, given.Count, wanted.Count);
        _judged.AddRange(given.Select((a, p) => (a.Confidence, right.Exists(r => r.Predicted == p))));
    }

    private static Counts Shared(List<Compared> wanted, List<Compared> given, Func<Compared, IEnumerable<TextSpan>> role)
    {
        var gold = wanted.SelectMany(role).ToHashSet();
        var found = given.SelectMany(role).ToHashSet();
        return new Counts(gold.Count(found.Contains), found.Count, gold.Count);
    }

    private static bool IsDiscarded(MarkedAttribution attribution, IReadOnlyList<TextSpan> discarded)
    {
        if (discarded.Count == 0) return false;
        return attribution.Source.Concat(attribution.Cue).Concat(attribution.Content)
            .All(span => Enumerable.Range(span.Start, span.Length).All(i => discarded.Any(d => d.Contains(i))));
    }

    private sealed class Compared(ScoredText text, MarkedAttribution attribution)
    {
        public IReadOnlyList<TextSpan> Source { get; } = NormalSpans.Of(text.Text.Value, attribution.Source);

        public IReadOnlyList<TextSpan> Cue { get; } = NormalSpans.Of(text.Text.Value, attribution.Cue);

        public IReadOnlyList<TextSpan> Content { get; } = NormalSpans.Of(text.Text.Value, attribution.Content);

        public double Confidence => attribution.Confidence;

        public HashSet<int> ContentWords => field ??= text.WordsCutBy(Content);

        public HashSet<int> SourceWords => field ??= text.WordsCutBy(Source);

        public bool SourceAgrees(Compared other) => SourceWords.Overlaps(other.SourceWords) || (SourceWords.Count == 0 && other.SourceWords.Count == 0);
    }
}
