using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Audit;

/// <summary>One change as a history shows it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who; null for ClaimsDesk itself.</param>
/// <param name="Field">What about the record changed.</param>
/// <param name="Old">What it was; null for nothing.</param>
/// <param name="New">What it became; null for nothing.</param>
/// <param name="Why">Why, where a reason was given.</param>
public sealed record HistoryEntry(DateTime At, string? Who, string Field, string? Old, string? New, string? Why);

/// <summary>Reads and writes the history of records.</summary>
internal static class AuditHistory
{
    // A history longer than this shows its newest part.
    private const int Bound = 200;

    /// <summary>The history of one record, newest first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> OfAsync(ClaimsDeskDb db, AuditSubject subject, int id, CancellationToken cancellationToken)
    {
        var key = Key(id);
        return await db.AuditEntries.AsNoTracking()
            .Where(e => e.Subject == subject && e.SubjectId == key)
            .OrderByDescending(e => e.Id)
            .Take(Bound)
            .Select(e => new HistoryEntry(
                e.At, db.Users.Where(p => p.Id == e.PersonId).Select(p => p.UserName).FirstOrDefault(), e.Field, e.Old, e.New, e.Why))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Adds a change, to be saved with what it changes.</summary>
    public static void Note(
        this ClaimsDeskDb db, DateTime at, string? personId, AuditSubject subject, int id, string field, string? old, string? now, string? why = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            At = at,
            PersonId = personId,
            Subject = subject,
            SubjectId = Key(id),
            Field = field,
            Old = old,
            New = now,
            Why = why,
        });

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
