using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Which of the actors that texts name are there already, with which names, and which are to be made; found as <see cref="KnownSources"/>.</summary>
internal sealed class KnownActors
{
    private readonly Dictionary<(string Key, ActorKind Kind), Actor> _shared;

    private KnownActors(IEnumerable<Actor> there) => _shared = there.ToDictionary(a => (a.NameKey, a.Kind));

    /// <summary>Looks for the actors that several texts were read to have, each on its own.</summary>
    public static async Task<KnownActors> FindAsync(ClaimsDeskDb db, IReadOnlyList<ActorRegister> texts, CancellationToken cancellationToken)
    {
        var keys = texts.SelectMany(t => t.Made).Where(a => a.Article is null).Select(a => a.NameKey).Distinct().ToList();
        var there = keys.Count == 0 ? []
            : await db.Actors.AsNoTracking().Where(a => a.ArticleId == null && EF.Parameter(keys).Contains(a.NameKey)).ToListAsync(cancellationToken);
        var known = new KnownActors(there);
        // The name that an actor goes by is always among its names, and most texts give no other.
        var ids = texts.SelectMany(t => t.NewNames).Select(n => known.Stored(n.Actor, n.Name)).OfType<int>().Distinct().ToList();
        var names = ids.Count == 0 ? []
            : await db.Set<ActorName>().Where(n => EF.Parameter(ids).Contains(n.ActorId)).Select(n => new { n.ActorId, n.Name }).ToListAsync(cancellationToken);
        var byId = there.ToDictionary(a => a.Id);
        known.Take(texts, there.Select(a => (a, a.Name)).Concat(names.Select(n => (byId[n.ActorId], n.Name))).ToHashSet());
        return known;
    }

    /// <summary>The actors that were not there before.</summary>
    public List<Actor> Made { get; } = [];

    /// <summary>The names that were not there before, each with whose it is.</summary>
    public List<(Actor Actor, ActorName Name)> NewNames { get; } = [];

    /// <summary>The roles that the texts give, each with whose it is.</summary>
    public List<(Actor Actor, ActorRole Role)> NewRoles { get; } = [];

    /// <summary>The actor that is stored for one that a text was read to have.</summary>
    public Actor Of(Actor read) => read.Article is null ? _shared[(read.NameKey, read.Kind)] : read;

    // The stored actor whose names have to be read to know whether it has this one.
    private int? Stored(Actor read, ActorName name) =>
        read.Article is null && _shared.TryGetValue((read.NameKey, read.Kind), out var stored) && stored.Name != name.Name ? stored.Id : null;

    private void Take(IReadOnlyList<ActorRegister> texts, HashSet<(Actor Actor, string Name)> named)
    {
        foreach (var actor in texts.SelectMany(t => t.Made))
        {
            if (actor.Article is not null || _shared.TryAdd((actor.NameKey, actor.Kind), actor)) Made.Add(actor);
        }
        foreach (var (actor, name) in texts.SelectMany(t => t.NewNames))
        {
            if (named.Add((Of(actor), name.Name))) NewNames.Add((Of(actor), name));
        }
        NewRoles.AddRange(texts.SelectMany(t => t.NewRoles).Select(r => (Of(r.Actor), r.Role)));
    }
}
