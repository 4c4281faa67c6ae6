using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>
/// Inserts many records by one prepared command a table, as the model maps them but without tracking them: an import of a thousand
/// claims is ten thousand rows, and <c>SaveChanges</c> takes several times as long over each as the database does (docs/performance.md).
/// Works inside the context's transaction.
/// </summary>
internal sealed class RowWriter(ClaimsDeskDb db)
{
    private static readonly ConcurrentDictionary<(IEntityType Type, bool WithKey), RowShape> Shapes = new();

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
        var shape = Shapes.GetOrAdd((type, withKey), key => new RowShape(key.Type, key.WithKey));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        shape.Write(command);
        await command.PrepareAsync(cancellationToken);
        foreach (var record in records)
        {
            shape.Bind(db, command, record);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The columns of a table, and where a record keeps what goes into them.</summary>
    private sealed class RowShape
    {
        private readonly string _sql;
        private readonly List<(RelationalTypeMapping Mapping, Func<ClaimsDeskDb, object, object?> Read)> _columns = [];

        public RowShape(IEntityType type, bool withKey)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var properties = type.GetProperties().Where(p => withKey || !p.IsPrimaryKey()).ToList();
            foreach (var property in properties) _columns.Add((property.GetRelationalTypeMapping(), Reader(property, property.GetColumnName(table)!)));
            var names = properties.Select(p => $"\"{p.GetColumnName(table)}\"");
            _sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})";
        }

        public void Write(DbCommand command)
        {
            command.CommandText = _sql;
            for (var i = 0; i < _columns.Count; i++)
                command.Parameters.Add(_columns[i].Mapping.CreateParameter(command, $"@p{i}", null, true));
        }

        public void Bind(ClaimsDeskDb db, DbCommand command, object record)
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                var (mapping, read) = _columns[i];
                var value = read(db, record);
                command.Parameters[i].Value = value is null ? DBNull.Value : mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
            }
        }

        // A record that points to another takes its key from there: it was given after the two were joined.
        private static Func<ClaimsDeskDb, object, object?> Reader(IProperty property, string column)
        {
            if (property.PropertyInfo is not { } own) return (db, record) => db.ColumnOfItsOwn(column, record);
            var link = property.GetContainingForeignKeys().FirstOrDefault(key => key is { DependentToPrincipal.PropertyInfo: not null, Properties.Count: 1 });
            if (link is null) return (_, record) => own.GetValue(record);
            PropertyInfo other = link.DependentToPrincipal!.PropertyInfo!, key = link.PrincipalKey.Properties[0].PropertyInfo!;
            return (_, record) => other.GetValue(record) is { } principal ? key.GetValue(principal) : own.GetValue(record);
        }
    }
}
