using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import.Fetching;

/// <summary>Whether pages are fetched from the web, and who said so.</summary>
public enum FetchingState
{
    /// <summary>They are.</summary>
    On,

    /// <summary>An admin has switched it off.</summary>
    Off,

    /// <summary>Whoever runs ClaimsDesk has switched it off; no admin can switch it on.</summary>
    OffForGood,
}

/// <summary>Fetching as admins switch it on and off, for all processes of a desk.</summary>
public sealed class PageFetching(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, PageFetch fetch, TimeProvider clock)
{
    private const string Name = "fetches pages", Yes = "yes", No = "no";

    /// <summary>Whether pages are fetched now.</summary>
    public async Task<FetchingState> StateAsync(CancellationToken cancellationToken = default)
    {
        if (!fetch.IsOn) return FetchingState.OffForGood;
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.Settings.AnyAsync(s => s.Name == Name && s.Value == No, cancellationToken) ? FetchingState.Off : FetchingState.On;
    }

    /// <summary>Switches it on or off.</summary>
    /// <exception cref="NotAllowedException">The person is no admin.</exception>
    public async Task SwitchAsync(string personId, bool isOn, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.ActingAsync(personId, Role.Admin, cancellationToken);
        var setting = await write.Db.Settings.SingleOrDefaultAsync(s => s.Name == Name, cancellationToken);
        if (setting is null) write.Db.Settings.Add(setting = new Setting { Name = Name, Value = Yes });
        var wanted = isOn ? Yes : No;
        if (setting.Value == wanted) return;
        write.Db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            PersonId = personId,
            Subject = AuditSubject.Setting,
            SubjectId = Name,
            Field = "value",
            Old = setting.Value,
            New = wanted,
        });
        setting.Value = wanted;
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Fetches a page to import. What can't be fetched is a file that can't be opened, and so is named in the report with the reason.</summary>
    public async Task<ImportFile> FetchAsync(string address, CancellationToken cancellationToken = default)
    {
        var fetched = await StateAsync(cancellationToken) == FetchingState.Off
            ? new Fetched.Refused("An admin has switched fetching off. Save the page from your browser, and import the file.")
            : await fetch.FetchAsync(address, cancellationToken);
        return fetched switch
        {
            Fetched.Page page => page.File,
            Fetched.Refused refused => new ImportFile(address, _ => throw new IOException(refused.Reason)),
            _ => throw new InvalidOperationException($"{fetched.GetType().Name} is not known."),
        };
    }
}
