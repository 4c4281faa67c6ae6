using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Everybody an article speaks of, and where.</summary>
internal sealed class Cast
{
    private readonly List<Referent> _referents = [];
    private readonly List<Mention> _mentions = [];
    private bool _sorted = true;

    /// <summary>All of them, in the order of their first mention.</summary>
    public IReadOnlyList<Referent> Referents => _referents;

    /// <summary>All mentions by name or description, in reading order.</summary>
    public IReadOnlyList<Mention> Mentions
    {
        get
        {
            if (!_sorted) _mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
            _sorted = true;
            return _mentions;
        }
    }

    /// <summary>Adds somebody.</summary>
    public Referent Add(Referent referent)
    {
        _referents.Add(referent);
        return referent;
    }

    /// <summary>Adds a mention.</summary>
    public void Add(Mention mention)
    {
        _mentions.Add(mention);
        mention.Who.Mentions++;
        _sorted = _mentions.Count < 2 || (_sorted && _mentions[^2].Span.CompareTo(mention.Span) <= 0);
    }

    /// <summary>The mentions that lie in a span, in order.</summary>
    public IEnumerable<Mention> In(TextSpan span)
    {
        var all = Mentions;
        for (var i = FirstFrom(span.Start); i < all.Count && all[i].Span.Start < span.End; i++)
        {
            if (all[i].Span.End <= span.End) yield return all[i];
        }
    }

    /// <summary>The mentions before an offset, the nearest first, no further back than <paramref name="sentences"/> sentences before number <paramref name="from"/>.</summary>
    public IEnumerable<Mention> Before(int offset, int from, int sentences)
    {
        var all = Mentions;
        for (var i = FirstFrom(offset) - 1; i >= 0 && all[i].Sentence >= from - sentences; i--) yield return all[i];
    }

    /// <summary>The state of that name, added when the article has not spoken of it yet.</summary>
    public Referent State(string name) =>
        _referents.Find(r => r.Kind == ActorKind.State && r.Name == name) ?? Add(new Referent(name, ActorKind.State) { State = name });

    private int FirstFrom(int offset)
    {
        var all = Mentions;
        int low = 0, high = all.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Span.Start >= offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
