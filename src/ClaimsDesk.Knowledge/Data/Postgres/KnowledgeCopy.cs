using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>A table that was copied and found equal.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">The hash of all its values in the order of their keys, the same on both sides: 64 hexadecimal digits.</param>
public sealed record CopiedTable(string Table, long Rows, string Sha256);

/// <summary>
/// Copies a whole knowledge base into an empty PostgreSQL database, as it is at one moment, while it may be in use. All of it is written in
/// one transaction and read back before that commits: the copy is whole and equal, or nothing is there.
/// </summary>
public sealed class KnowledgeCopy(KnowledgeBase from, PostgresKnowledgeBase to)
{
    // Which claims changed is told to copies in memory, which a new database has none of.
    private static readonly Type[] LeftOut = [typeof(ClaimChange)];

    private static readonly MethodInfo CopyOne = Method(nameof(CopyTableAsync)), HashOne = Method(nameof(HashTableAsync));

    /// <summary>Copies, and compares every row.</summary>
    /// <param name="told">Is told of each table when it is copied.</param>
    /// <param name="cancellationToken">Stops; nothing is copied then.</param>
    /// <exception cref="KnowledgeBaseUnusableException">One of the two can't be used, the target is not empty, or what was read back differs.</exception>
    public async Task<IReadOnlyList<CopiedTable>> RunAsync(Action<CopiedTable>? told = null, CancellationToken cancellationToken = default)
    {
        await from.OpenAsync(cancellationToken);
        await to.OpenAsync(cancellationToken);
        await using var source = from.CreateDbContext();
        await using var target = to.CreateDbContext();
        target.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        await using var moment = await source.BeginReadingAsync(cancellationToken);
        await using var whole = await target.BeginWriteAsync(cancellationToken);
        var connection = (NpgsqlConnection)target.Database.GetDbConnection();
        await RefuseUsedAsync(target, connection, cancellationToken);
        var rules = await TakeRulesAsync(connection, cancellationToken);
        var copied = new List<CopiedTable>();
        foreach (var type in Types(target))
        {
            var written = await (Task<CopiedTable>)CopyOne.MakeGenericMethod(type.ClrType).Invoke(this, [source, target, connection, cancellationToken])!;
            var found = await (Task<CopiedTable>)HashOne.MakeGenericMethod(type.ClrType).Invoke(this, [target, cancellationToken])!;
            if (written != found) throw new KnowledgeBaseUnusableException($"The copy of {written.Table} is not equal to what it was copied from. Nothing was copied; report this as a mistake in ClaimsDesk.");
            copied.Add(found);
            told?.Invoke(found);
        }
        foreach (var rule in rules) await ExecuteAsync(connection, rule, cancellationToken);
        await SetSequencesAsync(target, connection, cancellationToken);
        await whole.CommitAsync(cancellationToken);
        await target.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
        return copied;
    }

    private static IEnumerable<IEntityType> Types(ClaimsDeskDb db) =>
        db.Model.GetEntityTypes().Where(type => !LeftOut.Contains(type.ClrType)).OrderBy(type => type.GetTableName(), StringComparer.Ordinal);

    private async Task RefuseUsedAsync(ClaimsDeskDb target, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var type in Types(target))
        {
            await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM \"{type.GetTableName()}\")", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                throw new KnowledgeBaseUnusableException($"There is a knowledge base in {to.Name} already. Name an empty database, or drop this one and make it anew.");
        }
    }

    // Foreign keys are checked for whole tables when they are put back: faster than a row at a time, and tables that point to each other can be filled.
    private static async Task<List<string>> TakeRulesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (take, putBack) = (new List<string>(), new List<string>());
        await using (var command = new NpgsqlCommand(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace", connection))
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                var (table, name, definition) = (rows.GetString(0), rows.GetString(1), rows.GetString(2));
                take.Add($"ALTER TABLE {table} DROP CONSTRAINT {name}");
                putBack.Add($"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}");
            }
        }
        foreach (var rule in take) await ExecuteAsync(connection, rule, cancellationToken);
        return putBack;
    }

    private static async Task<CopiedTable> CopyTableAsync<T>(ClaimsDeskDb source, ClaimsDeskDb target, NpgsqlConnection connection, CancellationToken cancellationToken) where T : class
    {
        var type = target.Model.FindEntityType(typeof(T))!;
        var shape = RowShape.Of(type, withKey: true);
        var digest = new TableDigest(type);
        await using var writer = await PostgresRows.BeginAsync(connection, shape, cancellationToken);
        writer.Timeout = TimeSpan.FromHours(6);
        // The words of an article are taken from its file.
        var records = typeof(T) == typeof(Article) ? (IQueryable<T>)source.Articles.Include(a => a.SourceFile) : source.Set<T>();
        await foreach (var record in InOrder(records, type).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            digest.Add(record);
            await PostgresRows.WriteAsync(writer, shape, target, record, null, cancellationToken);
        }
        await writer.CompleteAsync(cancellationToken);
        return digest.Result();
    }

    private static async Task<CopiedTable> HashTableAsync<T>(ClaimsDeskDb target, CancellationToken cancellationToken) where T : class
    {
        var type = target.Model.FindEntityType(typeof(T))!;
        var digest = new TableDigest(type);
        await foreach (var record in InOrder(target.Set<T>(), type).AsAsyncEnumerable().WithCancellation(cancellationToken)) digest.Add(record);
        return digest.Result();
    }

    private static IQueryable<T> InOrder<T>(IQueryable<T> records, IEntityType type) where T : class
    {
        var keys = type.FindPrimaryKey()!.Properties.Select(p => p.Name).ToList();
        var ordered = records.AsNoTracking().OrderBy(r => EF.Property<object>(r, keys[0]));
        return keys.Skip(1).Aggregate(ordered, (o, key) => o.ThenBy(r => EF.Property<object>(r, key)));
    }

    private static async Task SetSequencesAsync(ClaimsDeskDb target, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var type in target.Model.GetEntityTypes())
        {
            var key = type.FindPrimaryKey()!.Properties;
            if (key.Count != 1 || key[0].ClrType == typeof(string)) continue;
            var (table, column) = (type.GetTableName(), key[0].GetColumnName());
            await ExecuteAsync(connection,
                $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT MAX(\"{column}\") FROM \"{table}\")) WHERE EXISTS (SELECT 1 FROM \"{table}\") AND pg_get_serial_sequence('\"{table}\"', '{column}') IS NOT NULL",
                cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static MethodInfo Method(string name) => typeof(KnowledgeCopy).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Hashes the values of a table as the model has them, whichever database they come from.</summary>
    private sealed class TableDigest(IEntityType type)
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly List<IProperty> _properties = [.. type.GetProperties().Where(p => !p.IsShadowProperty()).OrderBy(p => p.Name, StringComparer.Ordinal)];
        private long _rows;

        public void Add(object record)
        {
            _rows++;
            foreach (var property in _properties)
            {
                if (property.GetGetter().GetClrValue(record) is byte[] bytes) _hash.AppendData(bytes);
                else _hash.AppendData(Encoding.UTF8.GetBytes(Text(property.GetGetter().GetClrValue(record))));
                _hash.AppendData([0]);
            }
        }

        public CopiedTable Result() => new(type.GetTableName()!, _rows, Convert.ToHexStringLower(_hash.GetHashAndReset()));

        // PostgreSQL keeps a time to the microsecond.
        private static string Text(object? value) => value switch
        {
            null => "\u0001",
            string text => text,
            DateTime time => (time.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
            DateTimeOffset time => (time.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
            System.Collections.IEnumerable many => string.Join('\u0002', many.Cast<object?>().Select(Text)),
            IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
