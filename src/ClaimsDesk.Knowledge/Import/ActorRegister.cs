using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Finds or makes the actors of articles, and adds the names and roles that an article gives them.</summary>
internal sealed class ActorRegister
{
    private readonly Dictionary<(string Key, ActorKind Kind), Actor> _shared;
    private readonly Dictionary<(Article Article, string Key, ActorKind Kind), Actor> _own = [];
    private readonly Dictionary<(Article Article, string Name, ActorKind Kind), Actor> _byName = []; // an article says most names again and again

    /// <summary>Knows no actor yet.</summary>
    public ActorRegister() : this([])
    {
    }

    private ActorRegister(IEnumerable<Actor> known) => _shared = known.ToDictionary(a => (a.NameKey, a.Kind));

    /// <summary>Knows the shared actors of these names and the own ones of an article, which is stored.</summary>
    public static async Task<ActorRegister> OpenAsync(ClaimsDeskDb db, IEnumerable<string> names, Article article, CancellationToken cancellationToken)
    {
        var keys = names.Select(NameKey.Of).Distinct().ToList();
        var register = new ActorRegister(await db.Actors.AsNoTracking().Include(a => a.Names)
            .Where(a => a.ArticleId == null && EF.Parameter(keys).Contains(a.NameKey)).ToListAsync(cancellationToken));
        foreach (var own in await db.Actors.AsNoTracking().Include(a => a.Names).Where(a => a.ArticleId == article.Id).ToListAsync(cancellationToken))
            register._own.TryAdd((article, own.NameKey, own.Kind), own);
        return register;
    }

    /// <summary>The actors of a stored article by the names of those that are its own or that claims name.</summary>
    public ArticleActors Of(Article article)
    {
        var byName = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var actor in _own.Values.Concat(_shared.Values).Where(a => a.Kind != ActorKind.Place))
        {
            foreach (var name in actor.Names) byName.TryAdd(name.NameKey, actor);
        }
        return new ArticleActors(this, article, byName);
    }

    /// <summary>The actors that it did not know.</summary>
    public List<Actor> Made { get; } = [];

    /// <summary>The names that it did not know, each with whose it is.</summary>
    public List<(Actor Actor, ActorName Name)> NewNames { get; } = [];

    /// <summary>The roles that the articles give, each with whose it is.</summary>
    public List<(Actor Actor, ActorRole Role)> NewRoles { get; } = [];

    /// <summary>The actors of an article by every name it uses for them.</summary>
    public ArticleActors Read(ExtractedArticle extracted, Article article)
    {
        var byName = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var mentioned in extracted.Actors.Where(a => a.Names.Count > 0))
        {
            var actor = Find(mentioned.Names[0], mentioned.Kind, article);
            foreach (var name in mentioned.Names)
            {
                AddName(actor, name, article);
                if (mentioned.Kind != ActorKind.Place) byName.TryAdd(NameKey.Of(name), actor);
            }
            NewRoles.AddRange(mentioned.Roles.Distinct().Select(role => (actor, new ActorRole { Role = role, Article = article })));
        }
        return new ArticleActors(this, article, byName);
    }

    internal Actor Find(string name, ActorKind kind, Article article) =>
        _byName.TryGetValue((article, name, kind), out var found) ? found : _byName[(article, name, kind)] = FindByKey(name, kind, article);

    private Actor FindByKey(string name, ActorKind kind, Article article)
    {
        var key = NameKey.Of(name);
        if (NameKey.IsSharedName(name, kind))
        {
            if (!_shared.TryGetValue((key, kind), out var shared)) _shared[(key, kind)] = shared = Make(name, key, kind, null, article);
            return shared;
        }
        if (!_own.TryGetValue((article, key, kind), out var own)) _own[(article, key, kind)] = own = Make(name, key, kind, article, article);
        return own;
    }

    private Actor Make(string name, string key, ActorKind kind, Article? owner, Article article)
    {
        var actor = new Actor { Name = name, NameKey = key, Kind = kind, Article = owner };
        AddName(actor, name, article);
        Made.Add(actor);
        return actor;
    }

    private void AddName(Actor actor, string name, Article article)
    {
        if (actor.Names.Exists(n => n.Name == name)) return;
        actor.Names.Add(new ActorName { Name = name, NameKey = NameKey.Of(name), FirstArticle = article });
        NewNames.Add((actor, actor.Names[^1]));
    }
}

/// <summary>The actors of one article.</summary>
internal sealed class ArticleActors(ActorRegister register, Article article, IReadOnlyDictionary<string, Actor> byName)
{
    /// <summary>The actor of a name in a claim. One that the article's list lacks is taken for an organisation, the widest kind.</summary>
    public Actor About(string name) =>
        byName.TryGetValue(NameKey.Of(name), out var actor) ? actor : register.Find(name, ActorKind.Organisation, article);

    /// <summary>The place of a name in a claim.</summary>
    public Actor Place(string name) => register.Find(name, ActorKind.Place, article);
}
