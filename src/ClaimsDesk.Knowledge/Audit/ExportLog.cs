using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Knowledge.Audit;

/// <summary>Remembers who took what away. It is written before the first claim leaves, and what came of it afterwards.</summary>
public sealed class ExportLog(WriteGate gate, TimeProvider clock)
{
    /// <summary>Notes that an export begins; the key is for <see cref="EndAsync"/>.</summary>
    /// <param name="personId">Who takes it.</param>
    /// <param name="file">What is taken: the file, and the query that says which claims.</param>
    /// <param name="cancellationToken">Stops before anything is noted.</param>
    /// <exception cref="NotAllowedException">The person is unknown or disabled.</exception>
    public async Task<string> BeginAsync(string personId, string file, CancellationToken cancellationToken = default)
    {
        var key = Guid.NewGuid().ToString("N");
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.ActingAsync(personId, Role.Analyst, cancellationToken);
        Note(write, personId, key, "file", file);
        await write.CommitAsync(cancellationToken);
        return key;
    }

    /// <summary>Notes how many claims left, and whether that was all of them.</summary>
    public async Task EndAsync(string personId, string key, int claims, bool isWhole, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        Note(write, personId, key, "claims", claims.ToString(CultureInfo.InvariantCulture) + (isWhole ? "" : ", broken off"));
        await write.CommitAsync(cancellationToken);
    }

    private void Note(Write write, string personId, string key, string field, string value) => write.Db.AuditEntries.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime,
        PersonId = personId,
        Subject = AuditSubject.Export,
        SubjectId = key,
        Field = field,
        New = value,
    });
}
