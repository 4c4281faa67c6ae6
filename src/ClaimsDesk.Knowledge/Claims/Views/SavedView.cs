namespace ClaimsDesk.Knowledge.Claims.Views;

/// <summary>A list of claims that somebody wants to come back to: an address with a name.</summary>
public sealed class SavedView
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What it is called; never blank.</summary>
    public required string Name { get; set; }

    /// <summary>The query part of the address without a question mark, without the place in the list and the open claim; empty for all claims.</summary>
    public required string Query { get; set; }

    /// <summary>Whose it is.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Whether everybody sees it.</summary>
    public bool IsShared { get; set; }

    /// <summary>When it was saved last, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    /// <summary>Counts the changes; whoever saves must have seen the last one.</summary>
    public int Version { get; internal set; }
}

/// <summary>A saved view as a list shows it.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The query part of its address, without a question mark.</param>
/// <param name="IsShared">Whether everybody sees it.</param>
/// <param name="Owner">Whose it is; null where it is the reader's own.</param>
/// <param name="MayChange">Whether the reader may rename, change and delete it.</param>
/// <param name="Version">The version to give with a change.</param>
public sealed record SavedViewRow(int Id, string Name, string Query, bool IsShared, string? Owner, bool MayChange, int Version);

/// <summary>What a view is to be.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The query part of its address.</param>
/// <param name="IsShared">Whether everybody sees it.</param>
public sealed record SavedViewDraft(string Name, string Query, bool IsShared);

/// <summary>What came of saving or deleting a view. There is nothing else that can come of it.</summary>
public abstract record SavedViewResult
{
    private SavedViewResult() { }

    /// <summary>It is stored, or gone.</summary>
    /// <param name="Id">The view.</param>
    public sealed record Done(int Id) : SavedViewResult;

    /// <summary>The view is somebody else's, or the person may do nothing any more; nothing was stored.</summary>
    public sealed record NotAllowed : SavedViewResult;

    /// <summary>There is no such view.</summary>
    public sealed record NotFound : SavedViewResult;

    /// <summary>The name is blank or longer than <see cref="SavedViews.LongestName"/>, or the address longer than <see cref="SavedViews.LongestQuery"/>; nothing was stored.</summary>
    public sealed record Unusable : SavedViewResult;

    /// <summary>Somebody changed the view since it was read; nothing was stored.</summary>
    public sealed record Conflict : SavedViewResult;
}
