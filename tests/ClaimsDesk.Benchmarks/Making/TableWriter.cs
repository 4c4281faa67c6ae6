using ClaimsDesk.Knowledge.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimsDesk.Benchmarks.Making;

/// <summary>Writes rows of one table as fast as SQLite takes them. Columns that are not named get null, or nothing where null is refused.</summary>
public sealed class TableWriter : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly IProperty[] _properties;

    public TableWriter(ClaimsDeskDb db, Type entity, params string[] properties)
    {
        ArgumentNullException.ThrowIfNull(db);
        var type = db.Model.FindEntityType(entity)!;
        _properties = [.. properties.Select(name => type.FindProperty(name) ?? throw new ArgumentException($"{entity.Name} has no {name}."))];
        var others = type.GetProperties().Where(p => !p.IsNullable && !p.IsPrimaryKey() && !_properties.Contains(p)).ToArray();
        var columns = _properties.Concat(others).Select(p => $"\"{p.GetColumnName()}\"");
        var values = _properties.Select((_, i) => $"$p{i}").Concat(others.Select(Nothing));
        _command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        _command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)})";
        for (var i = 0; i < _properties.Length; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
    }

    public SqliteTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var converter = _properties[i].GetTypeMapping().Converter;
            _command.Parameters[i].Value = (values[i] is null ? null : converter is null ? values[i] : converter.ConvertToProvider(values[i])) ?? DBNull.Value;
        }
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private static string Nothing(IProperty property)
    {
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return stored == typeof(string) && property.ClrType.IsEnum ? $"'{Enum.GetNames(property.ClrType)[0]}'" : stored == typeof(string) ? "''" : "0";
    }
}
