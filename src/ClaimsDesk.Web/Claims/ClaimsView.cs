using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Views;

namespace ClaimsDesk.Web.Claims;

/// <summary>What the claims page shows at one address.</summary>
public sealed record ClaimsView
{
    /// <summary>The address.</summary>
    public required ClaimsAddress Address { get; init; }

    /// <summary>What in the address could not be read.</summary>
    public required IReadOnlyList<UnreadPart> Unread { get; init; }

    /// <summary>The claims.</summary>
    public required ClaimPage Page { get; init; }

    /// <summary>What is looked for, to be marked; null where nothing is.</summary>
    public SoughtWords? Sought { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required BoundedCount Count { get; init; }

    /// <summary>The filter in English.</summary>
    public required ClaimSentence Sentence { get; init; }

    /// <summary>What the claims divide into.</summary>
    public required ClaimFacets Facets { get; init; }

    /// <summary>The saved views that the person may open.</summary>
    public required IReadOnlyList<SavedViewRow> Views { get; init; }

    /// <summary>The saved view from which the reader set out; null where there is none, or it is gone.</summary>
    public SavedViewRow? CurrentView => Address.Saved is { } id ? Views.FirstOrDefault(view => view.Id == id) : null;

    /// <summary>Whether the address says something else by now than <see cref="CurrentView"/>.</summary>
    public bool IsViewChanged => CurrentView is { } view && ClaimsAddress.Of(view).ViewQuery != Address.ViewQuery;

    /// <summary>The open claim; null where none is named, or none has that number.</summary>
    public required ClaimInFull? Open { get; init; }

    /// <summary>Where no claim fits: the parts of the filter, and how many claims would fit without each, the most helpful first.</summary>
    public IReadOnlyList<(SentencePart Part, BoundedCount Count)> Remedies { get; init; } = [];

    /// <summary>Whether the claim that <paramref name="row"/> lies in stands above it, with nothing but its other parts between.</summary>
    public bool ShowsParentAbove(ClaimRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.ParentId is not { } parent) return false;
        return Page.Claims.TakeWhile(other => other.Id != row.Id).Reverse()
            .SkipWhile(other => other.Id != parent && other.Depth >= row.Depth)
            .FirstOrDefault()?.Id == parent;
    }
}

/// <summary>Reads what an address of the claims page means, and no more of it than differs from what is shown already.</summary>
public sealed class ClaimsViews(ClaimSearch search, OpenClaim claims, SavedViews views)
{
    // A longer filter is better started anew than mended.
    private const int MostRemedies = 12;

    /// <summary>The view of the address for a person; <paramref name="shown"/> is what the page shows now.</summary>
    public async Task<ClaimsView> ReadAsync(string uri, string personId, ClaimsView? shown, CancellationToken cancellationToken)
    {
        var (address, unread) = ClaimsAddress.Read(uri);
        var open = shown?.Open is { } same && same.Claim.Id == address.Claim ? Task.FromResult<ClaimInFull?>(same) : OpenAsync(address.Claim, cancellationToken);
        if (shown is not null && shown.Address.Filter == address.Filter) return shown with { Address = address, Unread = Unread(unread, shown.Page, address), Open = await open };

        var page = search.FindAsync(address.Filter, cancellationToken);
        // Turning a page changes neither the number of claims nor what they divide into.
        var turned = shown is not null && shown.Address.Filter.FromStart() == address.Filter.FromStart();
        var count = turned ? Task.FromResult(shown!.Count) : search.CountAsync(address.Filter, cancellationToken);
        var sentence = turned ? Task.FromResult(shown!.Sentence) : search.DescribeAsync(address.Filter, cancellationToken);
        var facets = turned ? Task.FromResult(shown!.Facets) : search.FacetsAsync(address.Filter, cancellationToken: cancellationToken);
        var sought = turned ? Task.FromResult(shown!.Sought) : search.SoughtAsync(address.Filter, cancellationToken);
        var saved = shown is null ? views.ListAsync(personId, cancellationToken) : Task.FromResult(shown.Views);
        await Task.WhenAll(page, count, sentence, facets, sought, open, saved);
        var view = new ClaimsView
        {
            Address = address,
            Unread = Unread(unread, await page, address),
            Page = await page,
            Sought = await sought,
            Count = await count,
            Sentence = await sentence,
            Facets = await facets,
            Views = await saved,
            Open = await open,
        };
        return view.Page.Claims.Count > 0 ? view : view with { Remedies = await RemediesAsync(view.Sentence, cancellationToken) };
    }

    /// <summary>The view with its claims counted to the end.</summary>
    public async Task<ClaimsView> WithWholeCountAsync(ClaimsView view) => view with { Count = await search.CountAllAsync(view.Address.Filter) };

    /// <summary>The view with the saved views read anew, after one was changed.</summary>
    public async Task<ClaimsView> WithViewsAsync(ClaimsView view, string personId) => view with { Views = await views.ListAsync(personId) };

    /// <summary>The view with its claims and the open one read anew, after somebody changed one.</summary>
    public async Task<ClaimsView> RefreshAsync(ClaimsView view) => view with
    {
        Page = await search.FindAsync(view.Address.Filter),
        Facets = await search.FacetsAsync(view.Address.Filter),
        Open = await OpenAsync(view.Address.Claim, default),
    };

    private static IReadOnlyList<UnreadPart> Unread(IReadOnlyList<UnreadPart> unread, ClaimPage page, ClaimsAddress address) => !page.StartsAnew ? unread
        : [.. unread, new UnreadPart("after", $"{address.Filter.After}", $"“after={address.Filter.After}” was left out: there is no claim of that number to read on from, perhaps because its import was undone.")];

    private async Task<IReadOnlyList<(SentencePart Part, BoundedCount Count)>> RemediesAsync(ClaimSentence sentence, CancellationToken cancellationToken)
    {
        var remedies = new List<(SentencePart Part, BoundedCount Count)>();
        foreach (var part in sentence.Parts.Take(MostRemedies)) remedies.Add((part, await search.CountAsync(part.Without, cancellationToken)));
        return [.. remedies.OrderByDescending(remedy => remedy.Count.Number)];
    }

    private Task<ClaimInFull?> OpenAsync(int? claim, CancellationToken cancellationToken) =>
        claim is { } id ? claims.ReadAsync(id, cancellationToken) : Task.FromResult<ClaimInFull?>(null);
}
