using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>
/// Inserts many records by the fastest way that a database has, as the model maps them but without tracking them: an import of a thousand
/// claims is ten thousand rows, and <c>SaveChanges</c> takes several times as long over each as the database does (docs/performance.md).
/// Works inside the context's transaction.
/// </summary>
/// <param name="db">The context.</param>
/// <param name="ready">The rows that were made ready before the transaction; null for none.</param>
internal sealed class RowWriter(ClaimsDeskDb db, ReadyRows? ready = null)
{
    private readonly ReadyRows _ready = ready ?? new ReadyRows();

    /// <summary>Gives each record a key of its own, so that others can point to it before it is stored.</summary>
    public async Task GiveKeysAsync<T>(IReadOnlyList<T> records, CancellationToken cancellationToken) where T : class
    {
        if (records.Count == 0) return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var key = type.FindPrimaryKey()!.Properties[0].PropertyInfo!;
        var keys = await db.NewKeysAsync(type.GetTableName()!, records.Count, cancellationToken);
        for (var i = 0; i < records.Count; i++) key.SetValue(records[i], keys[i]);
    }

    /// <summary>Inserts the records. A key that is zero is left to the database.</summary>
    public async Task InsertAsync<T>(IReadOnlyList<T> records, CancellationToken cancellationToken) where T : class
    {
        if (records.Count == 0) return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var keys = type.FindPrimaryKey()!.Properties;
        var withKey = keys.Count > 1 || keys[0].PropertyInfo!.GetValue(records[0]) is not (0 or 0L);
        await db.InsertRowsAsync(RowShape.Of(type, withKey), records, _ready, cancellationToken);
    }
}
