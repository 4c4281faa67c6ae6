using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Benchmarks.Making;

/// <summary>Fills an empty knowledge base in a SQLite file with made articles, past the import but with all that it would store.</summary>
public sealed class KnowledgeMaker : IDisposable
{
    private const string Rater = "benchmark-editor";
    private const int ArticlesATransaction = 2_000;
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ArticleMaker _maker;
    private readonly Chance _chance;
    private readonly ClaimsDeskDb _db;
    private readonly Dictionary<(string Key, SourceKind Kind), (int Id, Reliability? Grade)> _sources = [];
    private readonly Dictionary<(string Key, ActorKind Kind), int> _actors = [];
    private readonly TableWriter _people, _batches, _files, _articles, _sourceRows, _actorRows, _names, _claims, _hops, _about, _assessments;
    private int _lastSource, _lastActor, _lastClaim, _lastAssessment;

    public KnowledgeMaker(ClaimsDeskDb db, int seed)
    {
        (_db, _maker, _chance) = (db, new ArticleMaker(seed), new Chance(seed + 2));
        _people = new(db, typeof(Person), "Id", "UserName", "NormalizedUserName", "Role", "CreatedAt");
        _batches = new(db, typeof(ImportBatch), "Id", "Name", "StartedAt", "FinishedAt");
        _files = new(db, typeof(SourceFile), "Id", "FileName", "Sha256", "TextSha256", "Encoding", "BatchId", "ImportedAt", "Text", "Bytes");
        _articles = new(db, typeof(Article), "Id", "SourceFileId", "Title", "TitleFrom", "OutletId", "OutletFrom", "Published", "PublishedFrom", "Segment", "Body",
            "Blocks", "Agencies", "Disclaimers", "Furniture");
        _sourceRows = new(db, typeof(Source), "Id", "Kind", "Name", "NameKey", "ArticleId", "Affiliation", "Count", "Reliability", "Version");
        _actorRows = new(db, typeof(Actor), "Id", "Kind", "Name", "NameKey");
        _names = new(db, typeof(ActorName), "ActorId", "Name", "NameKey");
        _claims = new(db, typeof(Claim), "Id", "ArticleId", "Position", "ParentId", "Depth", "Content", "ContentSpans", "CueSpans", "SourceSpans", "SourceId", "SourceKind",
            "SourceCount", "Affiliation", "AffiliationKey", "ToldBy", "Quote", "Act", "Negated", "Hedged", "SaidOn", "SaidFirst", "SaidLast", "EventDate", "EventFirst",
            "EventLast", "OutletId", "Published", "FoundBy", "Confidence", "Status", "Credibility", "Reliability", "Version", "Context");
        _hops = new(db, typeof(ClaimHop), "ClaimId", "Position", "Joint", "SourceId", "Wording", "SourceSpans", "Cue", "CueSpans");
        _about = new(db, typeof(ClaimActor), "ClaimId", "ActorId", "Part", "Position");
        _assessments = new(db, typeof(Assessment), "Id", "Scale", "SourceId", "ClaimId", "Value", "Rationale", "AssessorId", "At");
    }

    private IEnumerable<TableWriter> Writers => [_people, _batches, _files, _articles, _sourceRows, _actorRows, _names, _claims, _hops, _about, _assessments];

    /// <summary>Makes articles until there are so many claims.</summary>
    public void Make(int claims, Action<int> told)
    {
        var connection = (SqliteConnection)_db.Database.GetDbConnection();
        // A file that is made anew is made again when the power fails.
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        // An index that is built at the end is sorted once; kept while ten million rows come, it is looked up for each.
        var indexes = Indexes(connection);
        foreach (var (name, _) in indexes) Execute(connection, $"DROP INDEX \"{name}\"");
        var article = 0;
        while (_lastClaim < claims)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var writer in Writers) writer.Transaction = transaction;
            if (article == 0) _people.Write(Rater, "Benchmark Editor", "BENCHMARK EDITOR", Role.Editor, Now);
            var batch = article / ArticlesATransaction + 1;
            _batches.Write(batch, $"Batch {batch}", Now, Now);
            for (var i = 0; i < ArticlesATransaction && _lastClaim < claims; i++) Write(_maker.Next(), ++article, batch);
            transaction.Commit();
            told(_lastClaim);
        }
        foreach (var (_, sql) in indexes) Execute(connection, sql);
        Execute(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public void Dispose()
    {
        foreach (var writer in Writers) writer.Dispose();
    }

    private void Write(MadeArticle made, int id, int batch)
    {
        var bytes = Encoding.UTF8.GetBytes(made.Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = string.Create(CultureInfo.InvariantCulture, $"article-{id:000000}.txt");
        _files.Write(id, name, hash, hash, "utf-8", batch, Now, made.Text, bytes);
        var outlet = made.Outlet is null ? null : (int?)SourceOf(made.Outlet, SourceKind.Outlet, id).Id;
        IReadOnlyList<TextSpan> none = [];
        IReadOnlyList<string> nobody = [];
        _articles.Write(id, id, made.Title, KnownFrom.Text, outlet, outlet is null ? null : KnownFrom.Text, made.Published, made.Published is null ? null : KnownFrom.Text,
            new TextSpan(0, made.Text.Length), made.Body, made.Blocks, nobody, none, none);
        var firstClaim = _lastClaim + 1;
        foreach (var (claim, position) in made.Claims.Select((c, i) => (c, i))) Write(claim, position, id, outlet, made, firstClaim);
    }

    private void Write(MadeClaim made, int position, int article, int? outlet, MadeArticle from, int firstClaim)
    {
        var id = ++_lastClaim;
        var tellers = made.Tellers.Select(t => (Told: t, Source: SourceOf(t.Name, t.Kind, article, made))).ToList();
        var own = tellers[^1];
        var parent = made.IsNested ? firstClaim + position - 1 : (int?)null;
        IReadOnlyList<TextSpan> Spans(TextSpan span) => [span];
        var context = from.Blocks.First(b => b.Span.Overlaps(made.Span)).Span.Of(from.Text);
        _claims.Write(id, article, position, parent, parent is null ? 0 : 1, made.Content, Spans(made.Span), Spans(made.Cue), Spans(made.Source), own.Source.Id, own.Told.Kind,
            made.Count, made.Affiliation, made.Affiliation is null ? null : NameKey.Of(made.Affiliation),
            string.Join(" › ", made.Tellers.Where(t => t.Name != Source.UnknownOutlet).Select(t => t.Name).Distinct()), made.Quote, made.Act, made.Negated, made.Hedged,
            made.Said, made.Said?.First ?? default, made.Said?.Last ?? default, made.Happened, made.Happened?.First ?? default, made.Happened?.Last ?? default,
            outlet, from.Published ?? default, "encoder", 0.5 + (_chance.Between(0, 49) / 100.0), made.Status, made.Credibility,
            EffectiveReliability.Of(tellers.Select(t => t.Source.Grade)), made.Credibility is null ? 0 : 1, context);
        for (var i = 0; i < tellers.Count; i++)
        {
            var isOwn = i == tellers.Count - 1;
            _hops.Write(id, i, 0, tellers[i].Source.Id, isOwn ? tellers[i].Told.Name : null, isOwn ? Spans(made.Source) : [], tellers[i].Told.Cue, isOwn ? Spans(made.Cue) : []);
        }
        WriteActors(id, made.About, ClaimActorPart.About);
        WriteActors(id, made.Places, ClaimActorPart.Place);
        if (made.Credibility is { } grade) _assessments.Write(++_lastAssessment, AssessmentScale.Credibility, null, id, grade.Code(), "made", Rater, Now);
    }

    private void WriteActors(int claim, IReadOnlyList<string> names, ClaimActorPart part)
    {
        for (var i = 0; i < names.Count; i++)
            _about.Write(claim, ActorOf(names[i], part == ClaimActorPart.Place ? ActorKind.Place : names[i].Contains(' ', StringComparison.Ordinal) ? ActorKind.Person : ActorKind.Organisation), part, i);
    }

    // One that has no name of its own belongs to its article, as with the import.
    private (int Id, Reliability? Grade) SourceOf(string name, SourceKind kind, int article, MadeClaim? claim = null)
    {
        var isOwn = kind is SourceKind.Anonymous or SourceKind.Document or SourceKind.Unspecified || name == Source.UnknownOutlet;
        var key = (NameKey.Of(name) + (isOwn ? string.Create(CultureInfo.InvariantCulture, $"|{article}") : ""), kind);
        if (_sources.TryGetValue(key, out var known)) return known;
        Reliability? grade = !isOwn && _chance.In(kind is SourceKind.Outlet or SourceKind.Agency ? 0.6 : 0.05)
            ? _chance.Of((Reliability.A, 10), (Reliability.B, 35), (Reliability.C, 30), (Reliability.D, 12), (Reliability.E, 5), (Reliability.F, 8)) : null;
        var id = ++_lastSource;
        _sourceRows.Write(id, kind, name, NameKey.Of(name), isOwn ? article : null, isOwn ? claim?.Affiliation : null, isOwn ? claim?.Count : null, grade, grade is null ? 0 : 1);
        if (grade is { } given) _assessments.Write(++_lastAssessment, AssessmentScale.Reliability, id, null, given.Code(), "made", Rater, Now);
        return _sources[key] = (id, grade);
    }

    private int ActorOf(string name, ActorKind kind)
    {
        var key = (NameKey.Of(name), kind);
        if (_actors.TryGetValue(key, out var known)) return known;
        var id = ++_lastActor;
        _actorRows.Write(id, kind, name, key.Item1);
        _names.Write(id, name, key.Item1);
        return _actors[key] = id;
    }

    private static List<(string Name, string Sql)> Indexes(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        using var reader = command.ExecuteReader();
        var indexes = new List<(string, string)>();
        while (reader.Read()) indexes.Add((reader.GetString(0), reader.GetString(1)));
        return indexes;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
