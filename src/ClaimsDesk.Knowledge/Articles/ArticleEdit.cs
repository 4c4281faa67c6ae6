namespace ClaimsDesk.Knowledge.Articles;

/// <summary>What an editor wants an article to say of itself. Each is the whole new value: null or blank stands for nothing known.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="Url">Where it was published, http or https.</param>
/// <param name="Why">Why, for the history; may be blank.</param>
public sealed record ArticleEdit(string? Title, string? Outlet, DateOnly? Published, string? Url, string? Why = null);

/// <summary>What came of an edit. There is nothing else that can come of it.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <summary>It is stored.</summary>
    /// <param name="Version">The version of the article now.</param>
    public sealed record Saved(int Version) : EditResult;

    /// <summary>The article said so already; nothing was stored.</summary>
    public sealed record Unchanged : EditResult;

    /// <summary>The person may not edit; nothing was stored.</summary>
    public sealed record NotAllowed : EditResult;

    /// <summary>There is no such article.</summary>
    public sealed record NotFound : EditResult;

    /// <summary>A value can't be used; nothing was stored.</summary>
    /// <param name="Field">Which: "title", "outlet", "published" or "address".</param>
    /// <param name="Reason">One sentence: what is wrong, and the cure.</param>
    public sealed record Unusable(string Field, string Reason) : EditResult;

    /// <summary>Somebody else edited the article since it was read; nothing was stored.</summary>
    /// <param name="Mine">What was to be stored.</param>
    /// <param name="Theirs">What is stored now.</param>
    /// <param name="By">Who stored it.</param>
    /// <param name="Version">The version of the article now: with it, the same edit can be made in full knowledge.</param>
    public sealed record Conflict(ArticleEdit Mine, ArticleEdit Theirs, string? By, int Version) : EditResult;
}
