using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>Writes rows by COPY.</summary>
internal static class PostgresRows
{
    public static Task<NpgsqlBinaryImporter> BeginAsync(NpgsqlConnection connection, RowShape shape, CancellationToken cancellationToken) =>
        connection.BeginBinaryImportAsync($"COPY {shape.Table} ({shape.Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);

    public static async Task WriteAsync(NpgsqlBinaryImporter writer, RowShape shape, ClaimsDeskDb db, object record, object?[]? ready, CancellationToken cancellationToken)
    {
        await writer.StartRowAsync(cancellationToken);
        for (var i = 0; i < shape.Count; i++)
        {
            if (shape.ValueOf(i, db, record, ready) is { } value) await writer.WriteAsync(value, shape.TypeOf(i), cancellationToken);
            else await writer.WriteNullAsync(cancellationToken);
        }
    }
}
