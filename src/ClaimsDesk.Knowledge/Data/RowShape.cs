using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>The columns of a table, and where a record keeps what goes into them.</summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<(IEntityType Type, bool WithKey), RowShape> Shapes = new();

    private readonly List<(RelationalTypeMapping Mapping, Func<ClaimsDeskDb, object, object?> Read, bool IsGivenLate)> _columns = [];

    private RowShape(IEntityType type, bool withKey)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetProperties().Where(p => withKey || !p.IsPrimaryKey()).ToList();
        foreach (var property in properties)
        {
            var isLate = property.IsPrimaryKey() || property.IsForeignKey() || property.IsShadowProperty();
            _columns.Add((property.GetRelationalTypeMapping(), Reader(property, property.GetColumnName(table)!), isLate));
        }
        Table = $"\"{table.Name}\"";
        Columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""));
    }

    /// <summary>The table, quoted.</summary>
    public string Table { get; }

    /// <summary>Its columns, quoted, with commas between.</summary>
    public string Columns { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The shape of a type's table, with or without the column that the database numbers.</summary>
    public static RowShape Of(IEntityType type, bool withKey) => Shapes.GetOrAdd((type, withKey), key => new RowShape(key.Type, key.WithKey));

    /// <summary>What the database calls the type of a column.</summary>
    public string TypeOf(int column) => _columns[column].Mapping.StoreTypeNameBase;

    /// <summary>What the database gets for each column of a record, but for keys, links and columns of the database's own: those are null.</summary>
    public object?[] ReadyValuesOf(object record)
    {
        var values = new object?[_columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!_columns[i].IsGivenLate) values[i] = ValueOf(i, null!, record);
        }
        return values;
    }

    /// <summary>What the database gets for a column of a record whose values may have been made ready before.</summary>
    public object? ValueOf(int column, ClaimsDeskDb db, object record, object?[]? ready) =>
        ready is null || _columns[column].IsGivenLate ? ValueOf(column, db, record) : ready[column];

    /// <summary>What the database gets for a column of a record.</summary>
    public object? ValueOf(int column, ClaimsDeskDb db, object record)
    {
        var (mapping, read, _) = _columns[column];
        var value = read(db, record);
        return value is not null && mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    // A record that points to another takes its key from there: it was given after the two were joined.
    private static Func<ClaimsDeskDb, object, object?> Reader(IProperty property, string column)
    {
        if (property.IsShadowProperty()) return (db, record) => db.ColumnOfItsOwn(column, record);
        var own = property.GetGetter();
        var link = property.GetContainingForeignKeys().FirstOrDefault(key => key is { DependentToPrincipal.PropertyInfo: not null, Properties.Count: 1 });
        if (link is null) return (_, record) => own.GetClrValue(record);
        var (other, key) = (link.DependentToPrincipal!.GetGetter(), link.PrincipalKey.Properties[0].GetGetter());
        return (_, record) => other.GetClrValue(record) is { } principal ? key.GetClrValue(principal) : own.GetClrValue(record);
    }
}
