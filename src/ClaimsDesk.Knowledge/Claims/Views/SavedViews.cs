using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Views;

/// <summary>The views that people saved. Everybody saves and shares their own; an administrator may also change or delete what others share.</summary>
public sealed class SavedViews(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, TimeProvider clock)
{
    /// <summary>The greatest length of a name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>The greatest length of a query, in characters.</summary>
    public const int LongestQuery = 4_000;

    // More than anybody keeps apart by name.
    private const int Bound = 300;

    /// <summary>The person's own views and those that are shared, by name.</summary>
    public async Task<IReadOnlyList<SavedViewRow>> ListAsync(string personId, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var isAdmin = await db.MayAsync(personId, Role.Admin, cancellationToken);
        return await db.SavedViews.AsNoTracking()
            .Where(v => v.OwnerId == personId || v.IsShared)
            .OrderBy(v => v.Name).ThenBy(v => v.Id)
            .Take(Bound)
            .Select(v => new SavedViewRow(
                v.Id, v.Name, v.Query, v.IsShared, v.OwnerId == personId ? null : db.Users.Where(p => p.Id == v.OwnerId).Select(p => p.UserName).First(),
                v.OwnerId == personId || isAdmin, v.Version))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Saves a new view of the person's.</summary>
    public async Task<SavedViewResult> AddAsync(string personId, SavedViewDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(personId, Role.Analyst, cancellationToken)) return new SavedViewResult.NotAllowed();
        if (!IsUsable(draft)) return new SavedViewResult.Unusable();
        var view = new SavedView { Name = draft.Name.Trim(), Query = draft.Query, OwnerId = personId, IsShared = draft.IsShared, SavedAt = Now };
        db.SavedViews.Add(view);
        await db.SaveChangesAsync(cancellationToken);
        db.Note(view.SavedAt, personId, AuditSubject.SavedView, view.Id, "view", null, Words(view));
        await write.CommitAsync(cancellationToken);
        return new SavedViewResult.Done(view.Id);
    }

    /// <summary>Makes a view what the draft says: renames, shares, or gives it another address.</summary>
    /// <param name="personId">Who does it.</param>
    /// <param name="id">Which view.</param>
    /// <param name="version">The version that the person has seen.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task<SavedViewResult> ChangeAsync(
        string personId, int id, int version, SavedViewDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return WithAsync(personId, id, (db, view) =>
        {
            if (!IsUsable(draft)) return new SavedViewResult.Unusable();
            if (view.Version != version) return new SavedViewResult.Conflict();
            var old = Words(view);
            (view.Name, view.Query, view.IsShared, view.SavedAt, view.Version) = (draft.Name.Trim(), draft.Query, draft.IsShared, Now, version + 1);
            db.Note(view.SavedAt, personId, AuditSubject.SavedView, id, "view", old, Words(view));
            return new SavedViewResult.Done(id);
        }, cancellationToken);
    }

    /// <summary>Deletes a view.</summary>
    public Task<SavedViewResult> DeleteAsync(string personId, int id, CancellationToken cancellationToken = default) =>
        WithAsync(personId, id, (db, view) =>
        {
            db.SavedViews.Remove(view);
            db.Note(Now, personId, AuditSubject.SavedView, id, "view", Words(view), null);
            return new SavedViewResult.Done(id);
        }, cancellationToken);

    private async Task<SavedViewResult> WithAsync(
        string personId, int id, Func<ClaimsDeskDb, SavedView, SavedViewResult> act, CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var view = await write.Db.SavedViews.FirstOrDefaultAsync(v => v.Id == id, cancellationToken);
        if (view is null || (view.OwnerId != personId && !view.IsShared)) return new SavedViewResult.NotFound();
        if (!await write.Db.MayAsync(personId, view.OwnerId == personId ? Role.Analyst : Role.Admin, cancellationToken)) return new SavedViewResult.NotAllowed();
        var result = act(write.Db, view);
        if (result is SavedViewResult.Done) await write.CommitAsync(cancellationToken);
        return result;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static bool IsUsable(SavedViewDraft draft) =>
        !string.IsNullOrWhiteSpace(draft.Name) && draft.Name.Trim().Length <= LongestName && draft.Query.Length <= LongestQuery;

    private static string Words(SavedView view) => $"{view.Name}, {(view.IsShared ? "shared" : "private")}: {view.Query}";
}
