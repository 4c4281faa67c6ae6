using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>
/// Inserts rows by one prepared statement of SQLite itself, whose parameters have numbers: <see cref="SqliteCommand"/> looks each parameter
/// up by its name for each row, and makes a reader for what returns nothing. Values are stored as <see cref="SqliteParameter"/> stores them.
/// </summary>
internal static class SqliteRows
{
    /// <exception cref="SqliteException">A row can't be inserted.</exception>
    public static void Insert(SqliteConnection connection, RowShape shape, ClaimsDeskDb db, IReadOnlyList<object> records, ReadyRows ready, CancellationToken cancellationToken)
    {
        var marks = string.Join(", ", Enumerable.Repeat("?", shape.Count));
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, $"INSERT INTO {shape.Table} ({shape.Columns}) VALUES ({marks})", out var statement));
        using (statement)
        {
            foreach (var record in records)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var values = ready.Of(record);
                for (var i = 0; i < shape.Count; i++) Check(connection, Bind(statement, i + 1, shape.ValueOf(i, db, record, values)));
                Check(connection, raw.sqlite3_step(statement));
                Check(connection, raw.sqlite3_reset(statement));
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int number, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, number),
        string text => BindText(statement, number, text),
        int whole => raw.sqlite3_bind_int(statement, number, whole),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        bool flag => raw.sqlite3_bind_int(statement, number, flag ? 1 : 0),
        double real => raw.sqlite3_bind_double(statement, number, real),
        float real => raw.sqlite3_bind_double(statement, number, real),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, number, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
        DateTime time => raw.sqlite3_bind_text(statement, number, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly date => raw.sqlite3_bind_text(statement, number, date.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is not stored in this way."),
    };

    // SQLite takes a copy; the wrapper's own way makes an array for every text.
    private static int BindText(sqlite3_stmt statement, int number, string text)
    {
        const int onStack = 1024;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= onStack)
        {
            Span<byte> bytes = stackalloc byte[onStack];
            return raw.sqlite3_bind_text(statement, number, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var code = raw.sqlite3_bind_text(statement, number, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return code;
    }

    private static void Check(SqliteConnection connection, int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
