using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Finds or makes the sources of articles: one a name and kind where the name is a name, else one an article.</summary>
internal sealed class SourceRegister
{
    private readonly Dictionary<(string Key, SourceKind Kind), Source> _shared;
    private readonly Dictionary<(Article Article, string Key, SourceKind Kind), Source> _own = [];

    private SourceRegister(IEnumerable<Source> known) => _shared = known.ToDictionary(s => (s.NameKey, s.Kind));

    /// <summary>Knows the shared sources of these names from the start, in one command.</summary>
    public static async Task<SourceRegister> OpenAsync(ClaimsDeskDb db, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var keys = names.Select(NameKey.Of).Distinct().ToList();
        return new SourceRegister(
            await db.Sources.AsNoTracking().Where(s => s.ArticleId == null && EF.Parameter(keys).Contains(s.NameKey)).ToListAsync(cancellationToken));
    }

    /// <summary>The same for an article that is stored, with its own sources.</summary>
    public static async Task<SourceRegister> OpenAsync(ClaimsDeskDb db, IEnumerable<string> names, Article article, CancellationToken cancellationToken)
    {
        var register = await OpenAsync(db, names, cancellationToken);
        foreach (var own in await db.Sources.AsNoTracking().Where(s => s.ArticleId == article.Id).OrderBy(s => s.Id).ToListAsync(cancellationToken))
            register._own.TryAdd((article, own.NameKey, own.Kind), own);
        return register;
    }

    /// <summary>The sources that were not there before: first those that articles share, then the articles' own.</summary>
    public List<Source> Made { get; } = [];

    /// <summary>Whether somebody has graded one of the sources that were there before.</summary>
    public bool HasGraded => _shared.Values.Any(s => s.Reliability is not null);

    /// <summary>The source of this name in this article.</summary>
    public Source Find(string name, SourceKind kind, Article article)
    {
        var key = NameKey.Of(name);
        if (NameKey.IsSharedName(name, kind))
        {
            if (!_shared.TryGetValue((key, kind), out var shared)) _shared[(key, kind)] = shared = Make(name, key, kind, null);
            return shared;
        }
        if (!_own.TryGetValue((article, key, kind), out var own)) _own[(article, key, kind)] = own = Make(name, key, kind, article);
        return own;
    }

    /// <summary>The outlet of this name, which a person or the text gives: shared whatever the name looks like.</summary>
    public Source FindOutlet(string name)
    {
        var key = NameKey.Of(name);
        if (!_shared.TryGetValue((key, SourceKind.Outlet), out var outlet))
            _shared[(key, SourceKind.Outlet)] = outlet = Make(name, key, SourceKind.Outlet, null);
        return outlet;
    }

    private Source Make(string name, string key, SourceKind kind, Article? article)
    {
        var source = new Source { Name = name, NameKey = key, Kind = kind, Article = article };
        Made.Add(source);
        return source;
    }
}
