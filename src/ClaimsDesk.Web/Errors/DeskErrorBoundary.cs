using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimsDesk.Web.Errors;

/// <summary>Keeps a page that fails from taking the header with it: shows the notice with a reference, and logs the error under it.</summary>
public sealed class DeskErrorBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject]
    private ILogger<DeskErrorBoundary> Log { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // Only while a page is drawn for the first time; on a circuit there is no answer to give a status to.
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ErrorReference.New();
        Log.LogError(exception, "Error {Reference} on the page {Path}", _reference, Navigation.ToBaseRelativePath(Navigation.Uri));
        if (Request is { Response.HasStarted: false }) Request.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenElement(1, "div");
        builder.AddAttribute(2, "class", "page narrow");
        builder.AddAttribute(3, "role", "alert");
        builder.OpenComponent<ErrorNotice>(4);
        builder.AddAttribute(5, nameof(ErrorNotice.Reference), _reference);
        builder.AddAttribute(6, nameof(ErrorNotice.Again), Navigation.Uri);
        builder.CloseComponent();
        builder.CloseElement();
    }
}
