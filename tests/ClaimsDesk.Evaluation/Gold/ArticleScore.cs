using ClaimsDesk.Evaluation.Measures;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>What is asked of articles as such: their number, headlines, outlets, dates and disclaimers.</summary>
public sealed class ArticleScore
{
    private int _articles, _titles, _publishers, _dates, _files, _numbers, _disclaimers, _disclaimersFound, _spurious, _furniture;

    /// <summary>Adds a document.</summary>
    public void Add(AnnotatedDocument gold, AnnotatedDocument predicted, ScoredText text)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(text);
        _files++;
        _articles += gold.Articles.Count;
        if (gold.Articles.Count == predicted.Articles.Count) _numbers++;
        foreach (var (wanted, given) in Pair(gold.Articles, predicted.Articles))
        {
            if (ComparedName.Of(wanted.Title) == ComparedName.Of(given.Title)) _titles++;
            if (ComparedName.Of(wanted.Publisher) == ComparedName.Of(given.Publisher)) _publishers++;
            if ((wanted.Published ?? wanted.Updated) == (given.Published ?? given.Updated)) _dates++;
        }
        HashSet<int> Words(AnnotatedSpan span) => text.WordsTouchedBy([text.FromCodePoints(span.Span[0], span.Span[1])]);
        var wantedNotes = gold.Articles.SelectMany(a => a.Disclaimers).Select(d => (Words: Words(d), d.Optional)).ToList();
        var givenNotes = predicted.Articles.SelectMany(a => a.Disclaimers).Select(Words).ToList();
        _disclaimers += wantedNotes.Count(n => !n.Optional);
        _disclaimersFound += wantedNotes.Count(n => !n.Optional && givenNotes.Exists(g => Matching.F1(n.Words, g) >= .5));
        _spurious += givenNotes.Count(g => !wantedNotes.Exists(n => Matching.F1(n.Words, g) >= .5));
        var furniture = gold.Articles.SelectMany(a => a.Furniture).SelectMany(f => Characters(f.Span)).ToHashSet();
        _furniture += predicted.Articles.SelectMany(a => a.Claims).Sum(c => c.Content.Sum(s => Characters(s).Count(furniture.Contains)));
    }

    /// <summary>The figures.</summary>
    public IEnumerable<Figure> Figures(string group) =>
    [
        Figure.Share(group, "files with the right number of articles", _numbers, _files),
        Figure.Share(group, "titles", _titles, _articles),
        Figure.Share(group, "outlets", _publishers, _articles),
        Figure.Share(group, "dates", _dates, _articles),
        Figure.Share(group, "disclaimers found", _disclaimersFound, _disclaimers),
        new(group, "number of wrong disclaimers", _spurious, Guard.NotAbove),
        new(group, "characters of furniture inside claims", _furniture, Guard.NotAbove),
    ];

    /// <summary>Pairs articles by the characters that their segments share, else by position.</summary>
    private static IEnumerable<(AnnotatedArticle Gold, AnnotatedArticle Predicted)> Pair(IReadOnlyList<AnnotatedArticle> gold, IReadOnlyList<AnnotatedArticle> predicted)
    {
        var left = Enumerable.Range(0, predicted.Count).ToList();
        for (var i = 0; i < gold.Count && left.Count > 0; i++)
        {
            var best = left.MaxBy(j => (Shared(gold[i], predicted[j]), j == i, -j));
            left.Remove(best);
            yield return (gold[i], predicted[best]);
        }
    }

    private static int Shared(AnnotatedArticle a, AnnotatedArticle b)
    {
        var (one, other) = (a.Segment ?? a.Body ?? [0, 0], b.Segment ?? b.Body ?? [0, 0]);
        return Math.Max(0, Math.Min(one[1], other[1]) - Math.Max(one[0], other[0]));
    }

    private static IEnumerable<int> Characters(int[] span) => Enumerable.Range(span[0], span[1] - span[0]);
}
