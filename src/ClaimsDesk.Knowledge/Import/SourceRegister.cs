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
    private readonly Dictionary<(Article Article, string Name, SourceKind Kind), Source> _byName = []; // an article says most names again and again

    /// <summary>Knows no source yet.</summary>
    public SourceRegister() : this([])
    {
    }

    private SourceRegister(IEnumerable<Source> known) => _shared = known.ToDictionary(s => (s.NameKey, s.Kind));

    /// <summary>Knows the shared sources of these names and the own ones of an article, which is stored.</summary>
    public static async Task<SourceRegister> OpenAsync(ClaimsDeskDb db, IEnumerable<string> names, Article article, CancellationToken cancellationToken)
    {
        var keys = names.Select(NameKey.Of).Distinct().ToList();
        var register = new SourceRegister(
            await db.Sources.AsNoTracking().Where(s => s.ArticleId == null && EF.Parameter(keys).Contains(s.NameKey)).ToListAsync(cancellationToken));
        foreach (var own in await db.Sources.AsNoTracking().Where(s => s.ArticleId == article.Id).OrderBy(s => s.Id).ToListAsync(cancellationToken))
            register._own.TryAdd((article, own.NameKey, own.Kind), own);
        return register;
    }

    /// <summary>The sources that it did not know.</summary>
    public List<Source> Made { get; } = [];

    /// <summary>The source of this name in this article.</summary>
    public Source Find(string name, SourceKind kind, Article article) =>
        _byName.TryGetValue((article, name, kind), out var found) ? found : _byName[(article, name, kind)] = FindByKey(name, kind, article);

    private Source FindByKey(string name, SourceKind kind, Article article)
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
