using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Finds or makes the actors of a file's articles, and adds the names and roles that an article gives them.</summary>
internal sealed class ActorRegister
{
    private readonly ClaimsDeskDb _db;
    private readonly Dictionary<(string Key, ActorKind Kind), Actor> _shared;
    private readonly Dictionary<(Article Article, string Key, ActorKind Kind), Actor> _own = [];

    private ActorRegister(ClaimsDeskDb db, IEnumerable<Actor> known) => (_db, _shared) = (db, known.ToDictionary(a => (a.NameKey, a.Kind)));

    /// <summary>Knows the shared actors of these names from the start.</summary>
    public static async Task<ActorRegister> OpenAsync(ClaimsDeskDb db, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var keys = names.Select(NameKey.Of).Distinct().ToList();
        return new ActorRegister(db, await db.Actors.Include(a => a.Names)
            .Where(a => a.ArticleId == null && keys.Contains(a.NameKey)).ToListAsync(cancellationToken));
    }

    /// <summary>The actors of an article by every name it uses for them.</summary>
    public ArticleActors Read(ExtractedArticle extracted, Article article)
    {
        var byName = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var mentioned in extracted.Actors.Where(a => a.Names.Count > 0))
        {
            var actor = Find(mentioned.Names[0], mentioned.Kind, article);
            foreach (var name in mentioned.Names)
            {
                AddName(actor, name);
                if (mentioned.Kind != ActorKind.Place) byName.TryAdd(NameKey.Of(name), actor);
            }
            actor.Roles.AddRange(mentioned.Roles.Distinct().Select(role => new ActorRole { Role = role, Article = article }));
        }
        return new ArticleActors(this, article, byName);
    }

    internal Actor Find(string name, ActorKind kind, Article article)
    {
        var key = NameKey.Of(name);
        if (NameKey.IsSharedName(name, kind))
        {
            if (!_shared.TryGetValue((key, kind), out var shared)) _shared[(key, kind)] = shared = Add(name, key, kind, null);
            return shared;
        }
        if (!_own.TryGetValue((article, key, kind), out var own)) _own[(article, key, kind)] = own = Add(name, key, kind, article);
        return own;
    }

    private Actor Add(string name, string key, ActorKind kind, Article? article)
    {
        var actor = new Actor { Name = name, NameKey = key, Kind = kind, Article = article };
        AddName(actor, name);
        _db.Actors.Add(actor);
        return actor;
    }

    private static void AddName(Actor actor, string name)
    {
        if (actor.Names.TrueForAll(n => n.Name != name)) actor.Names.Add(new ActorName { Name = name, NameKey = NameKey.Of(name) });
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
