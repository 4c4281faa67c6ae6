using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// The records of one text, made before its turn to be stored and as if there were no other text: its sources and actors are its own
/// until <see cref="PointTo"/> finds out which of them are there already.
/// </summary>
internal sealed class TextRecords
{
    private TextRecords(SourceFile file) => File = file;

    /// <summary>The file with its articles and their claims.</summary>
    public SourceFile File { get; }

    /// <summary>All sources that it names.</summary>
    public SourceRegister Sources { get; } = new();

    /// <summary>All actors that it names.</summary>
    public ActorRegister Actors { get; } = new();

    /// <summary>What goes into the columns of its articles and claims.</summary>
    public ReadyRows Rows { get; } = new();

    /// <summary>Makes the records of what was extracted.</summary>
    /// <param name="model">How records are mapped.</param>
    /// <param name="file">The file, without articles.</param>
    /// <param name="document">What was extracted from it.</param>
    /// <param name="known">What the importer said of it.</param>
    public static TextRecords Make(IModel model, SourceFile file, ExtractedDocument document, IncomingFile known)
    {
        var records = new TextRecords(file);
        foreach (var note in document.Notes)
        {
            var (line, column) = document.Text.Position(note.Where.Start);
            file.Notes.Add(new FileNote { Code = note.Code, Message = note.Message, Line = line, Column = column, Where = note.Where });
        }
        new ArticleWriter(records.Sources, records.Actors, document, known).Read(file);
        var claims = file.Articles.SelectMany(a => a.Claims).ToList();
        records.Rows.Add(model, file.Articles);
        records.Rows.Add(model, claims);
        records.Rows.Add(model, claims.SelectMany(c => c.Hops));
        records.Rows.Add(model, claims.SelectMany(c => c.Actors));
        return records;
    }

    /// <summary>Lets the records point to the sources and actors that are stored.</summary>
    public void PointTo(KnownSources sources, KnownActors actors)
    {
        foreach (var article in File.Articles)
        {
            article.Outlet = article.Outlet is null ? null : sources.Of(article.Outlet);
            foreach (var claim in article.Claims) Point(claim, article, sources, actors);
        }
    }

    private void Point(Claim claim, Article article, KnownSources sources, KnownActors actors)
    {
        var isRenamed = false;
        foreach (var hop in claim.Hops)
        {
            var source = sources.Of(hop.Source);
            isRenamed |= source.Name != hop.Source.Name;
            hop.Source = source;
        }
        foreach (var actor in claim.Actors) actor.Actor = actors.Of(actor.Actor);
        (claim.Source, claim.Outlet) = (sources.Of(claim.Source), article.Outlet);
        if (!isRenamed) return;
        claim.ToldBy = Tellers.Names(claim.Hops.Select(h => h.Source));
        Rows.Remove(claim);
    }
}
