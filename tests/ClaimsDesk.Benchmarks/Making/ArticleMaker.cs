using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Benchmarks.Making;

/// <summary>A teller of a made claim.</summary>
public sealed record MadeTeller(string Name, SourceKind Kind, string? Cue);

/// <summary>A made claim.</summary>
public sealed record MadeClaim(
    string Content, TextSpan Span, TextSpan Cue, TextSpan Source, IReadOnlyList<MadeTeller> Tellers, string? Affiliation, int? Count, QuoteKind Quote,
    ClaimAct Act, bool Negated, bool Hedged, PartialDate? Said, PartialDate? Happened, IReadOnlyList<string> About, IReadOnlyList<string> Places,
    bool IsNested, Credibility? Credibility, ClaimStatus Status);

/// <summary>A made article.</summary>
public sealed record MadeArticle(
    string Text, string? Title, string? Outlet, DateOnly? Published, IReadOnlyList<ArticleBlock> Blocks, TextSpan Body, IReadOnlyList<MadeClaim> Claims);

/// <summary>Makes articles of sentences without sense in which people say things, spread as in the news: few names get most of it.</summary>
public sealed class ArticleMaker(int seed)
{
    private static readonly DateOnly First = new(2012, 1, 1);
    private const int Days = 5_300;

    private readonly Chance _chance = new(seed);
    private readonly Vocabulary _words = new(seed + 1);
    private readonly StringBuilder _text = new();

    public IReadOnlyList<string> Outlets => _words.Outlets;

    public MadeArticle Next()
    {
        _text.Clear();
        var outlet = _chance.In(0.93) ? _words.Outlets[_chance.Skewed(_words.Outlets.Length, 2.5)] : null;
        // More was published, or kept, the newer it is.
        var published = _chance.In(0.95) ? First.AddDays(Days - _chance.Skewed(Days, 1.6)) : (DateOnly?)null;
        var agency = _chance.In(0.35) ? _words.Agencies[_chance.Skewed(_words.Agencies.Length, 2)] : null;
        var title = Sentence(5, 10);
        var blocks = new List<ArticleBlock> { new(BlockKind.Headline, Append(title)) };
        _text.Append("\n\n");
        var start = _text.Length;
        var claims = new List<MadeClaim>();
        for (var left = _chance.Of((4, 10), (8, 20), (14, 40), (20, 20), (30, 8), (60, 2)); left > 0; left--)
        {
            var from = _text.Length;
            if (_chance.In(0.4)) Append(Sentence(8, 22) + ". ");
            claims.Add(Claim(outlet, agency, published, claims));
            blocks.Add(new ArticleBlock(BlockKind.Paragraph, new TextSpan(from, _text.Length)));
            _text.Append("\n\n");
        }
        return new MadeArticle(_text.ToString(), title, outlet, published, blocks, new TextSpan(start, _text.Length), claims);
    }

    private MadeClaim Claim(string? outlet, string? agency, DateOnly? published, List<MadeClaim> before)
    {
        var about = Enumerable.Range(0, _chance.Of((0, 30), (1, 40), (2, 20), (3, 10))).Select(_ => _chance.In(0.6) ? _words.Person(_chance) : _words.Body(_chance)).Distinct().ToList();
        var places = Enumerable.Range(0, _chance.Of((0, 60), (1, 30), (2, 10))).Select(_ => _words.Place(_chance)).Distinct().ToList();
        var quote = _chance.Of((QuoteKind.Indirect, 62), (QuoteKind.Direct, 28), (QuoteKind.Mixed, 10));
        var content = Content(about, places);
        var mark = quote == QuoteKind.Direct ? "\"" : "";
        Append(mark);
        var span = Append(content);
        Append(mark + ", ");
        var tellers = new List<MadeTeller> { new(outlet ?? "article", SourceKind.Outlet, null) };
        if (agency is not null) tellers.Add(new(agency, SourceKind.Agency, null));
        if (_chance.In(0.08)) tellers.Add(new(_words.Outlets[_chance.Skewed(_words.Outlets.Length)], SourceKind.Outlet, "reported"));
        var (own, affiliation, count) = Own();
        var source = Append(own.Name);
        Append(" ");
        var cue = Append(own.Cue!);
        Append(".");
        tellers.Add(own);
        var act = _chance.Of((ClaimAct.Assertion, 70), (ClaimAct.Denial, 6), (ClaimAct.NoComment, 3), (ClaimAct.Demand, 6), (ClaimAct.Threat, 2), (ClaimAct.Assessment, 7), (ClaimAct.Prediction, 5), (ClaimAct.Question, 1));
        return new MadeClaim(
            content, span, cue, source, tellers, affiliation, count, quote, act, act == ClaimAct.Denial || _chance.In(0.08), _chance.In(0.09), Said(published), Happened(published),
            about, places, before.Count > 0 && _chance.In(0.09),
            _chance.In(0.12) ? _chance.Of((Credibility.Confirmed, 10), (Credibility.ProbablyTrue, 30), (Credibility.PossiblyTrue, 30), (Credibility.Doubtful, 15), (Credibility.Improbable, 5), (Credibility.CannotBeJudged, 10)) : null,
            _chance.In(0.1) ? _chance.Of((ClaimStatus.Corroborated, 40), (ClaimStatus.Contested, 25), (ClaimStatus.Denied, 15), (ClaimStatus.Discounted, 20)) : ClaimStatus.Unverified);
    }

    private (MadeTeller Own, string? Affiliation, int? Count) Own()
    {
        var cue = _chance.Of(("said", 60), ("told reporters", 10), ("added", 10), ("claimed", 5), ("warned", 5), ("wrote", 5), ("insisted", 5));
        switch (_chance.Of((SourceKind.Person, 45), (SourceKind.Organisation, 20), (SourceKind.Anonymous, 22), (SourceKind.Document, 5), (SourceKind.Outlet, 5), (SourceKind.Unspecified, 3)))
        {
            case SourceKind.Person:
                return (new(_words.Person(_chance), SourceKind.Person, cue), null, null);
            case SourceKind.Organisation:
                return (new(_words.Body(_chance), SourceKind.Organisation, cue), null, null);
            case SourceKind.Anonymous:
                var (wording, of, count) = _words.Unnamed(_chance);
                return (new(wording, SourceKind.Anonymous, cue), of, count == 0 ? null : count);
            case SourceKind.Document:
                return (new($"a report by {_words.Body(_chance)}", SourceKind.Document, cue), null, null);
            case SourceKind.Outlet:
                return (new(_words.Outlets[_chance.Skewed(_words.Outlets.Length)], SourceKind.Outlet, cue), null, null);
            default:
                return (new("unspecified", SourceKind.Unspecified, "reportedly"), null, null);
        }
    }

    private PartialDate? Said(DateOnly? published) => published is not { } day ? null : _chance.Of((0, 70), (1, 12), (2, 8), (3, 10)) switch
    {
        0 => PartialDate.OfDay(day.AddDays(-_chance.Between(0, 2))),
        1 => new PartialDate(day.Year, day.Month),
        2 => PartialDate.OfDay(day.AddDays(-_chance.Between(3, 400))),
        _ => null,
    };

    private PartialDate? Happened(DateOnly? published) => published is not { } day ? null : _chance.Of((0, 25), (1, 10), (2, 10), (3, 55)) switch
    {
        0 => PartialDate.OfDay(day.AddDays(_chance.Between(-30, 30))),
        1 => new PartialDate(day.Year, day.Month),
        2 => new PartialDate(day.Year + _chance.Between(-2, 2)),
        _ => null,
    };

    private string Content(List<string> about, List<string> places)
    {
        var words = Enumerable.Range(0, _chance.Between(6, 26)).Select(_ => _words.Word(_chance)).ToList();
        foreach (var name in about.Concat(places)) words.Insert(_chance.Between(0, words.Count), name);
        return string.Join(' ', words);
    }

    private string Sentence(int least, int most)
    {
        var words = string.Join(' ', Enumerable.Range(0, _chance.Between(least, most)).Select(_ => _words.Word(_chance)));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private TextSpan Append(string text)
    {
        _text.Append(text);
        return new TextSpan(_text.Length - text.Length, _text.Length);
    }
}
