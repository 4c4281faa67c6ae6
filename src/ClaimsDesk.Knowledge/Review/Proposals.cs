using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Review;

/// <summary>A proposal as the page of proposals shows it.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Kind">What is read otherwise.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="ArticleTitle">Its headline.</param>
/// <param name="ClaimId">The claim that it is about; null for a new one.</param>
/// <param name="Was">The claim's words as stored; null for a new one.</param>
/// <param name="Now">The claim's words as read now; null for one that is gone.</param>
/// <param name="ToldBy">Who tells it, as read now; as stored for one that is gone.</param>
/// <param name="Differences">What differs; empty for new and gone ones.</param>
/// <param name="ExtractorVersion">The extraction that reads it so.</param>
public sealed record ProposalRow(
    int Id, ProposalKind Kind, int ArticleId, string? ArticleTitle, int? ClaimId, string? Was, string? Now, string ToldBy,
    IReadOnlyList<ChangedPart> Differences, string ExtractorVersion);

/// <summary>What came of a decision. There is nothing else that can come of it.</summary>
public enum Decision
{
    /// <summary>It is stored.</summary>
    Done,
    /// <summary>Somebody has decided, or worked on the claim, since it was shown; nothing was stored.</summary>
    TooLate,
    /// <summary>The person may not; nothing was stored.</summary>
    NotAllowed,
}

/// <summary>Shows what newer extractions read otherwise, and carries out what editors decide.</summary>
public sealed class Proposals(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, TimeProvider clock)
{
    /// <summary>How many proposals a page holds.</summary>
    public const int PageSize = 25;

    /// <summary>How many of each kind are open.</summary>
    public async Task<IReadOnlyDictionary<ProposalKind, int>> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.ClaimProposals.Where(p => p.State == ProposalState.Open).GroupBy(p => p.Kind)
            .ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken);
    }

    /// <summary>The first open proposals of a kind, article by article.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ListAsync(ProposalKind? kind, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var found = await db.ClaimProposals.AsNoTracking().Where(p => p.State == ProposalState.Open && (kind == null || p.Kind == kind))
            .OrderBy(p => p.ArticleId).ThenBy(p => p.Id).Take(PageSize)
            .Select(p => new { Proposal = p, p.Article.Title, p.Article.SourceFile.Text }).ToListAsync(cancellationToken);
        var ids = found.Where(p => p.Proposal.ClaimId != null).Select(p => p.Proposal.ClaimId!.Value).ToList();
        var claims = await db.Claims.AsNoTracking().Include(c => c.Hops).ThenInclude(h => h.Source).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. found.Select(p => Row(p.Proposal, p.Title, p.Text, p.Proposal.ClaimId is { } id ? claims.GetValueOrDefault(id) : null))];
    }

    /// <summary>Turns a proposal down: it does not come back.</summary>
    public Task<Decision> DismissAsync(string personId, int id, CancellationToken cancellationToken = default) =>
        DecideAsync(personId, id, ProposalState.Dismissed, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Takes a proposal: adds the new claim, changes the one that is read otherwise, rejects the one that is gone.</summary>
    public Task<Decision> AcceptAsync(string personId, int id, CancellationToken cancellationToken = default) =>
        DecideAsync(personId, id, ProposalState.Accepted, (db, proposal) => proposal.Kind switch
        {
            ProposalKind.New => AddAsync(db, proposal, personId, cancellationToken),
            ProposalKind.Changed => ChangeAsync(db, proposal, personId, cancellationToken),
            _ => RejectAsync(db, proposal, personId, cancellationToken),
        }, cancellationToken);

    private async Task<Decision> DecideAsync(
        string personId, int id, ProposalState state, Func<ClaimsDeskDb, ClaimProposal, Task<bool>> act, CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(personId, Role.Editor, cancellationToken)) return Decision.NotAllowed;
        var proposal = await db.ClaimProposals.Include(p => p.Article).ThenInclude(a => a.SourceFile)
            .FirstOrDefaultAsync(p => p.Id == id && p.State == ProposalState.Open, cancellationToken);
        if (proposal is null || !await act(db, proposal)) return Decision.TooLate;
        (proposal.State, proposal.DecidedBy, proposal.DecidedAt) = (state, personId, clock.GetUtcNow().UtcDateTime);
        await write.CommitAsync(cancellationToken);
        return Decision.Done;
    }

    private async Task<bool> AddAsync(ClaimsDeskDb db, ClaimProposal proposal, string personId, CancellationToken cancellationToken)
    {
        var read = ClaimReading.Read(proposal.Reading!);
        var others = await db.Claims.Where(c => c.ArticleId == proposal.ArticleId).ToListAsync(cancellationToken);
        var parent = others.Where(c => c.Review != ClaimReview.Rejected && read.Content.All(span => c.ContentSpans.Any(outer => outer.Contains(span))))
            .MaxBy(c => c.Depth);
        var (claim, records) = await RecordAsync(db, proposal, read, parent, others.Count == 0 ? 0 : others.Max(c => c.Position) + 1, cancellationToken);
        await records.GiveKeysAsync(new RowWriter(db), cancellationToken);
        await records.InsertAsync(new RowWriter(db), cancellationToken);
        proposal.ClaimId = claim.Id;
        db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.Claim, claim.Id, "reading", null, claim.Content, $"Read by the extraction {proposal.ExtractorVersion}.");
        await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => c.Id == claim.Id), cancellationToken);
        return true;
    }

    private async Task<bool> ChangeAsync(ClaimsDeskDb db, ClaimProposal proposal, string personId, CancellationToken cancellationToken)
    {
        var stored = await UntouchedAsync(db, proposal, cancellationToken);
        if (stored is null) return false;
        var read = ClaimReading.Read(proposal.Reading!);
        var differences = ClaimReading.Differences(stored, read, proposal.Article.SourceFile.Text);
        await db.ClaimHops.Where(h => h.ClaimId == stored.Id).ExecuteDeleteAsync(cancellationToken);
        await db.ClaimActors.Where(a => a.ClaimId == stored.Id).ExecuteDeleteAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var (claim, records) = await RecordAsync(db, proposal, read, null, stored.Position, cancellationToken);
        var others = records with { Claims = [] };
        await others.GiveKeysAsync(new RowWriter(db), cancellationToken);
        await others.InsertAsync(new RowWriter(db), cancellationToken);
        db.Attach(proposal);
        await ChangedReading.StoreAsync(db, stored.Id, claim, cancellationToken);
        await (records with { Claims = [ChangedReading.As(stored.Id, claim)] }).InsertPartsAsync(new RowWriter(db), cancellationToken);
        db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.Claim, stored.Id, "reading", stored.Content, claim.Content,
            $"Read otherwise by the extraction {proposal.ExtractorVersion}: {string.Join(", ", differences.Select(d => d.What))}.");
        await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => c.Id == stored.Id), cancellationToken);
        return true;
    }

    private async Task<bool> RejectAsync(ClaimsDeskDb db, ClaimProposal proposal, string personId, CancellationToken cancellationToken)
    {
        var stored = await UntouchedAsync(db, proposal, cancellationToken);
        if (stored is null) return false;
        var judgement = new Judgement(personId, stored.Id, stored.Version, $"The extraction {proposal.ExtractorVersion} does not read it any more.");
        await Assessing.AddAsync(db, AssessmentScale.Review, judgement, null, nameof(ClaimReview.Rejected), clock.GetUtcNow().UtcDateTime, cancellationToken);
        stored.SetReview(ClaimReview.Rejected);
        return true;
    }

    private static Task<Claim?> UntouchedAsync(ClaimsDeskDb db, ClaimProposal proposal, CancellationToken cancellationToken) =>
        db.Claims.Include(c => c.Hops).ThenInclude(h => h.Source).FirstOrDefaultAsync(c => c.Id == proposal.ClaimId && c.Version == 0, cancellationToken);

    private static async Task<(Claim Claim, ReadRecords Records)> RecordAsync(
        ClaimsDeskDb db, ClaimProposal proposal, ExtractedClaim read, Claim? parent, int position, CancellationToken cancellationToken)
    {
        var article = await db.Articles.AsNoTracking().Include(a => a.Outlet).Include(a => a.SourceFile).SingleAsync(a => a.Id == proposal.ArticleId, cancellationToken);
        var document = new ExtractedDocument(new SourceText(article.SourceFile.Text), [], []);
        var sources = await SourceRegister.OpenAsync(db, ArticleWriter.SourceNames(read), article, cancellationToken);
        var actors = await ActorRegister.OpenAsync(db, ArticleWriter.ActorNames(read), article, cancellationToken);
        var writer = new ArticleWriter(sources, actors, document, new IncomingFile { Name = article.SourceFile.FileName });
        var claim = writer.ReadClaim(read, position, article, parent, actors.Of(article));
        return (claim, new ReadRecords([], [claim], sources.Made, actors.Made, actors.NewNames, actors.NewRoles));
    }

    private static ProposalRow Row(ClaimProposal proposal, string? title, string text, Claim? stored)
    {
        var read = proposal.Reading is null ? null : ClaimReading.Read(proposal.Reading);
        var now = read is null ? null : ClaimReading.Words(read.Content, text);
        var toldBy = read is not null ? string.Join(" › ", read.Chain.Select(h => h.Name).Where(n => n != Sources.Source.UnknownOutlet)) : stored?.ToldBy ?? "";
        return new ProposalRow(proposal.Id, proposal.Kind, proposal.ArticleId, title, proposal.ClaimId, stored?.Content, now, toldBy,
            proposal.Kind == ProposalKind.Changed && stored is not null && read is not null ? ClaimReading.Differences(stored, read, text) : [], proposal.ExtractorVersion);
    }
}
