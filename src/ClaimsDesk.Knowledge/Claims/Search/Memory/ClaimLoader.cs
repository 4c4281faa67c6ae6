using System.Data.Common;
using System.Globalization;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>
/// Reads columns from the database. By plain commands and not by entities: a million claims are read at every start, and are to be there
/// in seconds.
/// </summary>
internal sealed class ClaimLoader(ClaimsDeskDb db, ClaimColumns columns)
{
    private static readonly Dictionary<string, byte> Kinds = Codes<SourceKind>(), Acts = Codes<ClaimAct>(), Quotes = Codes<QuoteKind>(),
        Reliabilities = Codes<Reliability>(), Statuses = Codes<ClaimStatus>(), Reviews = Codes<ClaimReview>();

    /// <summary>Reads the claims that a condition on their key picks: <c>BETWEEN 1 AND 1000</c>. Those that are gone must be removed before.</summary>
    public async Task LoadAsync(string keys, CancellationToken cancellationToken)
    {
        await ReadAsync($"""
            SELECT "Id", "ArticleId", "Position", "SourceId", "SourceKind", "Act", "Quote", "Negated", "Hedged", "OutletId", "Reliability", "Credibility", "Status",
                "SaidFirst", "SaidLast", "EventFirst", "EventLast", "Published", "Confidence", "AffiliationKey", "Review" FROM "Claims" WHERE "Id" {keys}
            """, ReadClaim, cancellationToken);
        await new HopReader(columns).ReadAsync(this, keys, cancellationToken);
        await ReadActorsAsync(keys, cancellationToken);
    }

    /// <summary>Makes room for everything that there is.</summary>
    public async Task ReserveAsync(int newestClaim, CancellationToken cancellationToken)
    {
        columns.Reserve(newestClaim);
        await ReadAsync($"""
            SELECT (SELECT COUNT(*) FROM "ClaimHops"), (SELECT COUNT(*) FROM "ClaimActors" WHERE "Part" <> '{nameof(ClaimActorPart.Place)}'),
                (SELECT COUNT(*) FROM "ClaimActors" WHERE "Part" = '{nameof(ClaimActorPart.Place)}')
            """, row =>
        {
            columns.Tellers.Reserve(newestClaim, row.GetInt32(0));
            columns.About.Reserve(newestClaim, row.GetInt32(1));
            columns.Places.Reserve(newestClaim, row.GetInt32(2));
        }, cancellationToken);
    }

    /// <summary>Reads the batches of the articles and the outlets' order from this article and this source on.</summary>
    public async Task LoadArticlesAsync(int afterArticle, CancellationToken cancellationToken)
    {
        await ReadAsync($"""SELECT a."Id", f."BatchId" FROM "Articles" a JOIN "SourceFiles" f ON f."Id" = a."SourceFileId" WHERE a."Id" > {Text(afterArticle)}""", row =>
        {
            var article = row.GetInt32(0);
            if (article >= columns.BatchOfArticle.Length) Array.Resize(ref columns.BatchOfArticle, Mentions.Room(article));
            columns.BatchOfArticle[article] = row.GetInt32(1);
        }, cancellationToken);
    }

    /// <summary>Reads which sources are outlets, and their order by name.</summary>
    public async Task LoadOutletsAsync(CancellationToken cancellationToken)
    {
        var rank = new Dictionary<int, int>();
        await ReadAsync($"""SELECT "Id", "ArticleId" FROM "Sources" WHERE "Kind" = '{nameof(SourceKind.Outlet)}' ORDER BY "NameKey", "Id" """, row =>
        {
            if (row.IsDBNull(1)) rank[row.GetInt32(0)] = rank.Count;
            else columns.UnknownOutlets.Add(row.GetInt32(0));
        }, cancellationToken);
        columns.OutletRank = rank;
    }

    /// <summary>The newest claim and the newest change that there are.</summary>
    public async Task<Applied> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = default(Applied);
        await ReadAsync("""
            SELECT COALESCE((SELECT MAX("Id") FROM "Claims"), 0), COALESCE((SELECT MAX("Id") FROM "ClaimChanges"), 0),
                COALESCE((SELECT MAX("Id") FROM "Articles"), 0), COALESCE((SELECT MAX("Id") FROM "Sources"), 0)
            """, row => newest = new Applied(row.GetInt32(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3)), cancellationToken);
        return newest;
    }

    /// <summary>The claims of changes, each once.</summary>
    public async Task<List<int>> ChangedAsync(long after, long until, CancellationToken cancellationToken)
    {
        var changed = new List<int>();
        await ReadAsync($"""SELECT DISTINCT "ClaimId" FROM "ClaimChanges" WHERE "Id" > {Text(after)} AND "Id" <= {Text(until)}""",
            row => changed.Add(row.GetInt32(0)), cancellationToken);
        return changed;
    }

    internal async Task ReadAsync(string sql, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 600;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var count = 0;
        // Not awaited a row: a row costs less than a task.
        while (rows.Read())
        {
            read(rows);
            if (++count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void ReadClaim(DbDataReader row)
    {
        var id = row.GetInt32(0);
        columns.Reserve(id);
        columns.Remove(id);
        foreach (var mentions in (ReadOnlySpan<Mentions>)[columns.JointEnds, columns.About, columns.Places]) mentions.Set(id, []);
        columns.Article[id] = row.GetInt32(1);
        columns.Position[id] = row.GetInt32(2);
        columns.Source[id] = row.GetInt32(3);
        columns.Kind[id] = Kinds[row.GetString(4)];
        columns.Act[id] = Acts[row.GetString(5)];
        columns.Quote[id] = Quotes[row.GetString(6)];
        columns.Flags[id] = (byte)(ClaimColumns.IsThere | (row.GetBoolean(7) ? ClaimColumns.IsNegated : 0) | (row.GetBoolean(8) ? ClaimColumns.IsHedged : 0));
        columns.Carry(id, row.IsDBNull(9) ? 0 : row.GetInt32(9));
        columns.Reliability[id] = row.IsDBNull(10) ? (byte)0 : Reliabilities[row.GetString(10)];
        columns.Credibility[id] = row.IsDBNull(11) ? (byte)0 : (byte)(row.GetString(11)[0] - '0' + 1);
        columns.Status[id] = Statuses[row.GetString(12)];
        columns.SaidFirst[id] = Day(row, 13);
        columns.SaidLast[id] = Day(row, 14);
        columns.EventFirst[id] = Day(row, 15);
        columns.EventLast[id] = Day(row, 16);
        columns.Published[id] = Day(row, 17);
        columns.Confidence[id] = row.GetDouble(18);
        columns.Affiliation[id] = row.IsDBNull(19) ? 0 : columns.AffiliationCode(row.GetString(19));
        columns.Review[id] = row.IsDBNull(20) ? (byte)0 : Reviews[row.GetString(20)];
    }

    private static int Day(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column).DayNumber;

    private async Task ReadActorsAsync(string keys, CancellationToken cancellationToken)
    {
        var (claim, about, places) = (0, new List<int>(), new List<int>());
        void Done()
        {
            if (claim == 0) return;
            columns.About.Set(claim, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(about));
            columns.Places.Set(claim, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(places));
            about.Clear();
            places.Clear();
        }
        await ReadAsync($"""SELECT "ClaimId", "ActorId", "Part" FROM "ClaimActors" WHERE "ClaimId" {keys} ORDER BY "ClaimId" """, row =>
        {
            var id = row.GetInt32(0);
            if (id != claim)
            {
                Done();
                claim = id;
            }
            (row.GetString(2) == nameof(ClaimActorPart.Place) ? places : about).Add(row.GetInt32(1));
        }, cancellationToken);
        Done();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, byte> Codes<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(v => v.ToString(), v => (byte)(Convert.ToInt32(v, CultureInfo.InvariantCulture) + 1), StringComparer.Ordinal);
}

/// <summary>Up to where the memory holds what the database does.</summary>
internal readonly record struct Applied(int Claim, long Change, int Article, int Source);

/// <summary>Reads the tellers: each once a claim, and those who are last jointly with the claim's own source.</summary>
internal sealed class HopReader(ClaimColumns columns)
{
    private readonly List<(int Source, int Position, int Joint)> _hops = [];
    private readonly List<int> _distinct = [], _joint = [];
    private int _claim;

    public async Task ReadAsync(ClaimLoader loader, string keys, CancellationToken cancellationToken)
    {
        await loader.ReadAsync($"""SELECT "ClaimId", "SourceId", "Position", "Joint" FROM "ClaimHops" WHERE "ClaimId" {keys} ORDER BY "ClaimId" """, row =>
        {
            var id = row.GetInt32(0);
            if (id != _claim) Done();
            _claim = id;
            _hops.Add((row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)));
        }, cancellationToken);
        Done();
    }

    private void Done()
    {
        if (_hops.Count == 0) return;
        var last = 0;
        foreach (var hop in _hops) last = Math.Max(last, hop.Position);
        foreach (var hop in _hops)
        {
            if (!_distinct.Contains(hop.Source)) _distinct.Add(hop.Source);
            if (hop.Joint > 0 && hop.Position == last) _joint.Add(hop.Source);
        }
        columns.Tellers.Set(_claim, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_distinct));
        columns.JointEnds.Set(_claim, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_joint));
        _hops.Clear();
        _distinct.Clear();
        _joint.Clear();
    }
}
