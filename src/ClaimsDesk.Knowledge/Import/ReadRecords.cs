using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Records that were made of what was read, to be stored together.</summary>
/// <param name="Files">The new files with their articles and notes.</param>
/// <param name="Claims">The new claims, a parent before its children; of the new articles, or of one that is stored.</param>
/// <param name="Sources">The sources, old and new.</param>
/// <param name="Actors">The actors, old and new.</param>
internal sealed record ReadRecords(IReadOnlyList<SourceFile> Files, IReadOnlyList<Claim> Claims, SourceRegister Sources, ActorRegister Actors)
{
    private readonly List<Article> _articles = [.. Files.SelectMany(f => f.Articles)];

    /// <summary>Gives them their keys.</summary>
    public async Task GiveKeysAsync(RowWriter rows, CancellationToken cancellationToken)
    {
        await rows.GiveKeysAsync(Files, cancellationToken);
        await rows.GiveKeysAsync(_articles, cancellationToken);
        await rows.GiveKeysAsync(Sources.Made, cancellationToken);
        await rows.GiveKeysAsync(Actors.Made, cancellationToken);
        await rows.GiveKeysAsync(Claims, cancellationToken);
    }

    /// <summary>Stores them, which have their keys, in the order in which they point to each other.</summary>
    public async Task InsertAsync(RowWriter rows, CancellationToken cancellationToken)
    {
        await rows.InsertAsync(Files, cancellationToken);
        await rows.InsertAsync([.. Files.SelectMany(f => f.Notes.Select(n => Of(n, () => n.SourceFileId = f.Id)))], cancellationToken);
        await rows.InsertAsync([.. Sources.Made.Where(s => s.Article is null)], cancellationToken);
        await rows.InsertAsync(_articles, cancellationToken);
        await rows.InsertAsync([.. Sources.Made.Where(s => s.Article is not null)], cancellationToken);
        await rows.InsertAsync(Actors.Made, cancellationToken);
        await rows.InsertAsync([.. Actors.NewNames.Select(n => Of(n.Name, () => n.Name.ActorId = n.Actor.Id))], cancellationToken);
        await rows.InsertAsync([.. Actors.NewRoles.Select(r => Of(r.Role, () => r.Role.ActorId = r.Actor.Id))], cancellationToken);
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
