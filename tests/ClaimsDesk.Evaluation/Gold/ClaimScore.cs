using ClaimsDesk.Evaluation.Measures;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>Predicted claims against annotated ones, summed over documents. Optional gold claims are no misses, and predictions that match one do not count.</summary>
public sealed class ClaimScore
{
    private const double Strict = .95;

    private readonly Dictionary<string, (int Right, int Of)> _attributes = AttributeChecks.All.ToDictionary(a => a.Name, _ => (0, 0));
    private readonly List<string> _errors = [];
    private Counts _detection, _strict, _words, _endToEnd, _actors;

    /// <summary>Misses, spurious claims and wrong attributes, in words.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Adds a document.</summary>
    public void Add(AnnotatedDocument goldDocument, AnnotatedDocument predictedDocument, ScoredText text)
    {
        ArgumentNullException.ThrowIfNull(goldDocument);
        var gold = ComparedClaim.Of(goldDocument, text);
        var predicted = ComparedClaim.Of(predictedDocument, text);
        var pairs = ComparedClaim.Match(gold, predicted);
        var hits = pairs.Where(p => !p.Gold.Claim.Optional).ToList();
        var required = gold.Count(g => !g.Claim.Optional);
        var given = predicted.Count - (pairs.Count - hits.Count);
        _detection += new Counts(hits.Count, given, required);
        _strict += new Counts(hits.Count(h => h.F1 >= Strict), given, required);
        _endToEnd += new Counts(hits.Count(h => AttributeChecks.IsRightEndToEnd(h.Gold, h.Predicted)), given, required);
        _words += Words(gold, predicted);
        foreach (var (g, p, f1) in hits) AddPair(g, p, f1, goldDocument.File, text);
        foreach (var miss in gold.Where(g => !g.Claim.Optional && !pairs.Any(p => p.Gold == g))) _errors.Add($"{goldDocument.File}: MISS {Printed(miss, text)}");
        foreach (var extra in predicted.Where(p => !pairs.Any(q => q.Predicted == p))) _errors.Add($"{goldDocument.File}: SPURIOUS {Printed(extra, text)}");
    }

    /// <summary>The figures.</summary>
    public IEnumerable<Figure> Figures(string group) =>
    [
        .. Figure.Of(group, "claim detection", _detection),
        new(group, "content to the word, F1", _strict.F1, Guard.NotBelow, _strict.Detail),
        new(group, "content words, F1", _words.F1, Guard.NotBelow, _words.Detail),
        new(group, "end to end: content, source, wording, F1", _endToEnd.F1, Guard.NotBelow, _endToEnd.Detail),
        .. AttributeChecks.All.Select(a => Figure.Share(group, $"{a.Name}, of matched claims", _attributes[a.Name].Right, _attributes[a.Name].Of)),
        new(group, "actors of matched claims, F1", _actors.F1, Guard.NotBelow, _actors.Detail),
    ];

    private void AddPair(ComparedClaim gold, ComparedClaim predicted, double f1, string file, ScoredText text)
    {
        var wrong = new List<string>();
        foreach (var (name, isRight) in AttributeChecks.All)
        {
            if (isRight(gold, predicted) is not { } right) continue;
            var (was, of) = _attributes[name];
            _attributes[name] = (was + (right ? 1 : 0), of + 1);
            if (!right) wrong.Add(name);
        }
        _actors += AttributeChecks.Actors(gold.Claim, predicted.Claim);
        if (f1 < Strict) wrong.Insert(0, "content");
        if (wrong.Count > 0) _errors.Add($"{file}: WRONG {string.Join(", ", wrong)}\n    gold  {Printed(gold, text)}\n    found {Printed(predicted, text)}");
    }

    /// <summary>Words of optional claims alone count neither way.</summary>
    private static Counts Words(IReadOnlyList<ComparedClaim> gold, IReadOnlyList<ComparedClaim> predicted)
    {
        var wanted = gold.Where(g => !g.Claim.Optional).SelectMany(g => g.Content).ToHashSet();
        var ignored = gold.SelectMany(g => g.Content).Where(w => !wanted.Contains(w)).ToHashSet();
        var given = predicted.SelectMany(p => p.Content).Where(w => !ignored.Contains(w)).ToHashSet();
        return new Counts(given.Count(wanted.Contains), given.Count, wanted.Count);
    }

    private static string Printed(ComparedClaim claim, ScoredText text)
    {
        string Words(int[][] spans) => string.Join(" … ", spans.Select(s => text.Text[text.FromCodePoints(s[0], s[1])]));
        var c = claim.Claim;
        return $"{c.Id} “{Words(c.Content)}” ← {(c.SourceNames is [var name, ..] ? name : "unspecified")} ({Words(c.Source)} | {Words(c.Cue)}; {c.SourceKind}, {c.Act}, {c.Quote}{(c.Negated ? ", negated" : "")}{(c.Hedged ? ", hedged" : "")}{(c.Parent is { } parent ? $", in {parent}" : "")}, said {c.SaidOn ?? "?"}, happened {c.EventDate ?? "?"})";
    }
}
