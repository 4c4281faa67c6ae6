using System.Globalization;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>Sets what a text does not say about its article. The text itself is never edited.</summary>
public sealed class ArticleEdits(WriteGate gate, TimeProvider clock)
{
    private const int LongestName = 300;
    private const int LongestAddress = 2_000;

    /// <summary>Stores what differs from what is there. Needs an editor.</summary>
    /// <param name="personId">Who edits.</param>
    /// <param name="articleId">Which article.</param>
    /// <param name="version">The version that the person has seen.</param>
    /// <param name="edit">What it is to say.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<EditResult> SaveAsync(
        string personId, int articleId, int version, ArticleEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        edit = Tidy(edit);
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(personId, Role.Editor, cancellationToken)) return new EditResult.NotAllowed();
        if (Unusable(edit) is { } unusable) return unusable;
        var article = await db.Articles.Include(a => a.Outlet).FirstOrDefaultAsync(a => a.Id == articleId, cancellationToken);
        if (article is null) return new EditResult.NotFound();
        var current = new ArticleEdit(article.Title, article.Outlet?.Name, article.Published, article.Url);
        if (article.Version != version) return await ConflictAsync(db, article, edit, current, cancellationToken);

        var changes = Changes(article, current, edit).ToList();
        if (changes.Count == 0) return new EditResult.Unchanged();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var change in changes)
        {
            change.Set();
            db.Note(now, personId, AuditSubject.Article, articleId, change.Field, change.Old, change.New, edit.Why);
        }
        article.Version++;
        if (edit.Published != current.Published)
        {
            var published = edit.Published ?? default;
            await db.Claims.Where(c => c.ArticleId == articleId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Published, published), cancellationToken);
        }
        if (edit.Outlet != current.Outlet) await ArticleOutlet.ChangeAsync(db, article, edit.Outlet, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new EditResult.Saved(article.Version);
    }

    private static IEnumerable<Change> Changes(Article article, ArticleEdit current, ArticleEdit edit)
    {
        if (edit.Title != current.Title)
            yield return new Change("title", current.Title, edit.Title, () => (article.Title, article.TitleFrom) = (edit.Title, Now(edit.Title)));
        if (edit.Outlet != current.Outlet)
            yield return new Change("outlet", current.Outlet, edit.Outlet, () => article.OutletFrom = Now(edit.Outlet));
        if (edit.Published != current.Published)
        {
            yield return new Change("published", Iso(current.Published), Iso(edit.Published),
                () => (article.Published, article.PublishedFrom) = (edit.Published, Now(edit.Published)));
        }
        if (edit.Url != current.Url)
            yield return new Change("address", current.Url, edit.Url, () => (article.Url, article.UrlFrom) = (edit.Url, Now(edit.Url)));
    }

    private static KnownFrom? Now(object? value) => value is null ? null : KnownFrom.Person;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ArticleEdit Tidy(ArticleEdit edit) => edit with
    {
        Title = Tidy(edit.Title),
        Outlet = Tidy(edit.Outlet),
        Url = Tidy(edit.Url),
        Why = Tidy(edit.Why),
    };

    private static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private EditResult.Unusable? Unusable(ArticleEdit edit)
    {
        if (edit.Title?.Length > LongestName) return new("title", $"The title is longer than {LongestName} characters. Shorten it.");
        if (edit.Outlet?.Length > LongestName) return new("outlet", $"The outlet's name is longer than {LongestName} characters. Shorten it.");
        if (edit.Outlet is { } name && NameKey.Of(name) is "" or Source.UnknownOutlet)
            return new("outlet", "This is no name of an outlet. Write the name, or leave the field empty.");
        // A day ahead, because it is tomorrow somewhere already.
        if (edit.Published > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1))
            return new("published", "The day of publication lies in the future. Check the year.");
        if (edit.Published?.Year < 1500) return new("published", "The day of publication lies before there were newspapers. Check the year.");
        if (edit.Url is not { } url) return null;
        var isAddress = url.Length <= LongestAddress && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        return isAddress ? null : new("address", "An address starts with http:// or https://. Copy it whole from the browser.");
    }

    private static async Task<EditResult> ConflictAsync(
        ClaimsDeskDb db, Article article, ArticleEdit mine, ArticleEdit theirs, CancellationToken cancellationToken)
    {
        var history = await AuditHistory.OfAsync(db, AuditSubject.Article, article.Id, cancellationToken);
        return new EditResult.Conflict(mine, theirs, history.Count > 0 ? history[0].Who : null, article.Version);
    }

    private sealed record Change(string Field, string? Old, string? New, Action Set);
}
