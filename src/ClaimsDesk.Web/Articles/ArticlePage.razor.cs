using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ClaimsDesk.Web.Articles;

/// <summary>An article in reading order with its claims in place and beside it. Which claim is open stands behind the # of the address, and is the script's business.</summary>
public sealed partial class ArticlePage : IAsyncDisposable
{
    private ArticleInFull? _article;
    private IReadOnlyList<ClaimMarks> _marks = [];
    private SoughtWords? _sought;
    private bool _attach;
    private ElementReference _reader;
    private IJSObjectReference? _module, _attached;

    [Inject] private OpenArticle Articles { get; set; } = default!;
    [Inject] private ClaimSearch Search { get; set; } = default!;
    [Inject] private PrerenderHandover Handover { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IJSRuntime JS { get; set; } = default!;

    /// <summary>The article.</summary>
    [Parameter] public int Id { get; set; }

    /// <summary>Stands for the article that was read while prerendering.</summary>
    [PersistentState] public string? Ticket { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_article?.Id == Id) return;
        // The claims page says behind the question mark what was looked for there.
        _sought = await Search.SoughtAsync(ClaimFilterUrl.Read(new Uri(Navigation.Uri).Query).Filter);
        if (Handover.Take<ArticleInFull>(Ticket) is { } handed && handed.Id == Id) Show(handed);
        else await ReadAsync();
        if (!RendererInfo.IsInteractive && _article is not null) Ticket = Handover.Leave(_article);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_attach) return;
        _attach = false;
        _module ??= await JS.InvokeAsync<IJSObjectReference>("import", "./Articles/ArticlePage.razor.js");
        await DetachAsync();
        _attached = await _module.InvokeAsync<IJSObjectReference>("attach", _reader);
    }

    private async Task ReadAsync() => Show(await Articles.ReadAsync(Id));

    private void Show(ArticleInFull? article)
    {
        _article = article;
        if (article is null) Navigation.NotFound();
        _attach = article is not null;
        _marks = article is null ? [] : [.. article.Claims.Select(claim => new ClaimMarks(claim.Claim.Id, claim.Content, claim.Cue, claim.Source))];
    }

    private async Task DetachAsync()
    {
        if (_attached is null) return;
        await _attached.InvokeVoidAsync("detach");
        await _attached.DisposeAsync();
        _attached = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await DetachAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listeners with it.
        }
    }
}
