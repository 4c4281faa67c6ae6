using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Everybody an article speaks of, and where.</summary>
internal sealed class Cast
{
    private readonly List<Referent> _referents = [];
    private readonly List<Mention> _mentions = [];

    /// <summary>All of them, in the order of their first mention.</summary>
    public IReadOnlyList<Referent> Referents => _referents;

    /// <summary>All mentions by name or description, in reading order.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>Adds somebody.</summary>
    public Referent Add(Referent referent)
    {
        _referents.Add(referent);
        return referent;
    }

    /// <summary>Adds a mention at its place: names come first, and descriptions between them are read with those before in order.</summary>
    public void Add(Mention mention)
    {
        var at = _mentions.Count == 0 || _mentions[^1].Span <= mention.Span ? _mentions.Count : FirstFrom(mention.Span.Start);
        while (at < _mentions.Count && _mentions[at].Span <= mention.Span) at++;
        _mentions.Insert(at, mention);
        mention.Who.Mentions++;
    }

    /// <summary>The mentions that lie in a span, in order.</summary>
    public IEnumerable<Mention> In(TextSpan span)
    {
        for (var i = FirstFrom(span.Start); i < _mentions.Count && _mentions[i].Span.Start < span.End; i++)
        {
            if (_mentions[i].Span.End <= span.End) yield return _mentions[i];
        }
    }

    /// <summary>The mentions before an offset, the nearest first, no further back than <paramref name="sentences"/> sentences before number <paramref name="from"/>.</summary>
    public IEnumerable<Mention> Before(int offset, int from, int sentences)
    {
        for (var i = FirstFrom(offset) - 1; i >= 0 && _mentions[i].Sentence >= from - sentences; i--) yield return _mentions[i];
    }

    /// <summary>The state of that name, added when the article has not spoken of it yet.</summary>
    public Referent State(string name) =>
        _referents.Find(r => r.Kind == ActorKind.State && r.Name == name) ?? Add(new Referent(name, ActorKind.State) { State = name });

    private int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.Start >= offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
