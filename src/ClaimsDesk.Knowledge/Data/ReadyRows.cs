using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>
/// What goes into the columns of records, worked out before the transaction that stores them, on any thread: all but keys and links,
/// which records get inside it. Who changes a record afterwards takes its row out.
/// </summary>
internal sealed class ReadyRows
{
    private readonly Dictionary<object, object?[]> _values = new(ReferenceEqualityComparer.Instance);

    /// <summary>The rows of several texts together.</summary>
    public static ReadyRows Of(IEnumerable<ReadyRows> texts)
    {
        var all = new ReadyRows();
        foreach (var (record, values) in texts.SelectMany(t => t._values)) all._values[record] = values;
        return all;
    }

    /// <summary>Makes the rows of records ready, which are to be stored with keys that they are given.</summary>
    public void Add<T>(IModel model, IEnumerable<T> records) where T : class
    {
        var shape = RowShape.Of(model.FindEntityType(typeof(T))!, withKey: true);
        foreach (var record in records) _values[record] = shape.ReadyValuesOf(record);
    }

    /// <summary>Takes the row of a record out, which was changed.</summary>
    public void Remove(object record) => _values.Remove(record);

    /// <summary>The values of a record's row; null where none were made ready.</summary>
    public object?[]? Of(object record) => _values.GetValueOrDefault(record);
}
