using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Records that were made of what was read, to be stored together.</summary>
/// <param name="Files">The new files with their articles and notes.</param>
/// <param name="Claims">The new claims, a parent before its children; of the new articles, or of one that is stored.</param>
/// <param name="Sources">The new sources.</param>
/// <param name="Actors">The new actors.</param>
/// <param name="Names">The new names of actors, each with whose it is.</param>
/// <param name="Roles">The new roles of actors, each with whose it is.</param>
internal sealed record ReadRecords(
    IReadOnlyList<SourceFile> Files, IReadOnlyList<Claim> Claims, IReadOnlyList<Source> Sources, IReadOnlyList<Actor> Actors,
    IReadOnlyList<(Actor Actor, ActorName Name)> Names, IReadOnlyList<(Actor Actor, ActorRole Role)> Roles)
{
    private readonly List<Article> _articles = [.. Files.SelectMany(f => f.Articles)];

    /// <summary>Gives them their keys.</summary>
    public async Task GiveKeysAsync(RowWriter rows, CancellationToken cancellationToken)
    {
        await rows.GiveKeysAsync(Files, cancellationToken);
        await rows.GiveKeysAsync(_articles, cancellationToken);
        await rows.GiveKeysAsync(Sources, cancellationToken);
        await rows.GiveKeysAsync(Actors, cancellationToken);
        await rows.GiveKeysAsync(Claims, cancellationToken);
    }

    /// <summary>Stores them, which have their keys, in the order in which they point to each other.</summary>
    public async Task InsertAsync(RowWriter rows, CancellationToken cancellationToken)
    {
        await rows.InsertAsync(Files, cancellationToken);
        await rows.InsertAsync([.. Files.SelectMany(f => f.Notes.Select(n => Of(n, () => n.SourceFileId = f.Id)))], cancellationToken);
        await rows.InsertAsync([.. Sources.Where(s => s.Article is null)], cancellationToken);
        await rows.InsertAsync(_articles, cancellationToken);
        await rows.InsertAsync([.. Sources.Where(s => s.Article is not null)], cancellationToken);
        await rows.InsertAsync(Actors, cancellationToken);
        await rows.InsertAsync([.. Names.Select(n => Of(n.Name, () => n.Name.ActorId = n.Actor.Id))], cancellationToken);
        await rows.InsertAsync([.. Roles.Select(r => Of(r.Role, () => r.Role.ActorId = r.Actor.Id))], cancellationToken);
        await rows.InsertAsync(Claims, cancellationToken);
        await InsertPartsAsync(rows, cancellationToken);
    }

    /// <summary>Stores the tellers and actors of the claims, which are stored themselves.</summary>
    public async Task InsertPartsAsync(RowWriter rows, CancellationToken cancellationToken)
    {
        await rows.InsertAsync([.. Claims.SelectMany(c => c.Hops.Select(h => Of(h, () => h.ClaimId = c.Id)))], cancellationToken);
        await rows.InsertAsync([.. Claims.SelectMany(c => c.Actors.Select(a => Of(a, () => a.ClaimId = c.Id)))], cancellationToken);
    }

    private static T Of<T>(T part, Action join)
    {
        join();
        return part;
    }
}
