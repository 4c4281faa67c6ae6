using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>What the columns of some tables hold, as somebody confirmed it.</summary>
public sealed class RememberedMapping
{
    /// <summary>What tables with these columns are known by (<see cref="ColumnMapping.SignatureOf"/>).</summary>
    public required string Signature { get; init; }

    /// <summary>The column of the text.</summary>
    public string? Text { get; set; }

    /// <summary>The column of the headline.</summary>
    public string? Title { get; set; }

    /// <summary>The column of the day of publication.</summary>
    public string? Date { get; set; }

    /// <summary>The column of the outlet.</summary>
    public string? Outlet { get; set; }

    /// <summary>The column of the address.</summary>
    public string? Url { get; set; }

    /// <summary>The column of the language.</summary>
    public string? Language { get; set; }

    /// <summary>The column of who wrote it.</summary>
    public string? Byline { get; set; }

    /// <summary>Who confirmed it last.</summary>
    public required string PersonId { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime ConfirmedAt { get; set; }
}

/// <summary>Remembers what the columns of tables hold, by the columns' names.</summary>
public sealed class ColumnMappings(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, TimeProvider clock)
{
    /// <summary>The mapping that was confirmed for such columns; null where none was.</summary>
    public ColumnMapping? Find(IReadOnlyList<string> columns)
    {
        var signature = ColumnMapping.SignatureOf(columns);
        using var db = database.CreateDbContext();
        var found = db.Set<RememberedMapping>().AsNoTracking().FirstOrDefault(m => m.Signature == signature);
        if (found is null) return null;
        return new ColumnMapping(Now(found.Text))
        {
            Title = Now(found.Title),
            Date = Now(found.Date),
            Outlet = Now(found.Outlet),
            Url = Now(found.Url),
            Language = Now(found.Language),
            Byline = Now(found.Byline),
        };

        // A signature passes over case: the name is that of this table.
        string? Now(string? name) => columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Remembers a mapping in place of the one before; needs an admin.</summary>
    /// <exception cref="NotAllowedException">The person may not import.</exception>
    public async Task RememberAsync(string personId, IReadOnlyList<string> columns, ColumnMapping mapping, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.ActingAsync(personId, Role.Admin, cancellationToken);
        var signature = ColumnMapping.SignatureOf(columns);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await write.Db.Set<RememberedMapping>().FirstOrDefaultAsync(m => m.Signature == signature, cancellationToken);
        if (known is null) write.Db.Add(known = new RememberedMapping { Signature = signature, PersonId = personId, ConfirmedAt = now });
        (known.PersonId, known.ConfirmedAt) = (personId, now);
        (known.Text, known.Title, known.Date, known.Outlet) = (mapping.Text, mapping.Title, mapping.Date, mapping.Outlet);
        (known.Url, known.Language, known.Byline) = (mapping.Url, mapping.Language, mapping.Byline);
        await write.CommitAsync(cancellationToken);
    }
}
