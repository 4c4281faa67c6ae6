using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Web.Api;

namespace ClaimsDesk.Web.Exports;

/// <summary>What stands at the head of a file of claims.</summary>
/// <param name="Sentence">Which claims, in plain English; empty for all.</param>
/// <param name="Filter">Which claims.</param>
/// <param name="Links">Addresses.</param>
/// <param name="At">When it is made, UTC.</param>
public sealed record ExportHead(string Sentence, ClaimFilter Filter, DeskLinks Links, DateTime At)
{
    /// <summary>"Claims told by Reuters, said Aug 2024".</summary>
    public string Title => Sentence.Length > 0 ? $"Claims {Sentence}" : "All claims";
}

/// <summary>
/// Writes claims as a file of one kind, one after the other, keeping nothing but what it needs to close what is open. Whatever stands in
/// a field comes out as text, never as a mark of the format.
/// </summary>
public abstract class ClaimWriter
{
    /// <summary>The ending of the file, and of its address.</summary>
    public abstract string Ending { get; }

    /// <summary>The media type.</summary>
    public abstract string MediaType { get; }

    /// <summary>What people call it.</summary>
    public abstract string Title { get; }

    /// <summary>Whether a browser shows it; others are saved.</summary>
    public virtual bool IsShown => false;

    /// <summary>Whether the file begins with the mark by which spreadsheets know UTF-8.</summary>
    public virtual bool HasByteOrderMark => false;

    /// <summary>Writes what comes before the claims.</summary>
    public virtual void Open(TextWriter file, ExportHead head) { }

    /// <summary>Writes a claim.</summary>
    /// <param name="file">Where.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="number">Its place among the claims of the file, from one.</param>
    /// <param name="head">The head of the file.</param>
    public abstract void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head);

    /// <summary>Writes what comes after the claims.</summary>
    /// <param name="file">Where.</param>
    /// <param name="count">How many claims the file holds.</param>
    public virtual void Close(TextWriter file, int count) { }
}
