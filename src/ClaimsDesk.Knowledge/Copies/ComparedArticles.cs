using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Data;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>Two articles side by side.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Relation">What the later one is to the earlier one; null where neither is known to be a near-copy.</param>
/// <param name="Similarity">What both have of all shingles that either has, from 0 to 1.</param>
/// <param name="Lines">Their lines, those that belong together beside each other.</param>
public sealed record ComparedArticles(ArticleSide Left, ArticleSide Right, RelationKind? Relation, double Similarity, IReadOnlyList<ComparedLine> Lines);

/// <summary>One of two articles that are compared.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Published">Its day of publication.</param>
public sealed record ArticleSide(int Id, string? Title, string? Outlet, DateOnly? Published);

/// <summary>A line of each article; null where one has none for it.</summary>
/// <param name="Left">The parts of the one's line.</param>
/// <param name="Right">The parts of the other's.</param>
public sealed record ComparedLine(IReadOnlyList<ComparedPart>? Left, IReadOnlyList<ComparedPart>? Right);

/// <summary>A part of a line.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsOwn">Whether the other article does not have them here.</param>
public sealed record ComparedPart(string Text, bool IsOwn);

/// <summary>Compares two articles.</summary>
public sealed class ArticleComparison(IDbContextFactory<ClaimsDeskDb> database)
{
    // Books and data dumps would take a browser and the comparison for minutes.
    private const int LongestText = 200_000;

    /// <summary>The articles side by side, the earlier one left; null where one of them is not there.</summary>
    public async Task<ComparedArticles?> ReadAsync(int one, int other, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        int[] ids = [one, other];
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id)
            .Select(a => new { Side = new ArticleSide(a.Id, a.Title, a.Outlet!.Name, a.Published), a.Body, a.Blocks, a.SourceFile.Text })
            .ToListAsync(cancellationToken);
        if (articles is not [var left, var right]) return null;
        var relation = await db.ArticleRelations.AsNoTracking()
            .Where(r => r.ArticleId == right.Side.Id && r.OtherId == left.Side.Id).Select(r => (RelationKind?)r.Kind).FirstOrDefaultAsync(cancellationToken);
        var similarity = Shingles.Of(left.Text, left.Body, left.Blocks).SharedOfAll(Shingles.Of(right.Text, right.Body, right.Blocks));
        return new ComparedArticles(left.Side, right.Side, relation, similarity, Lines(Words(left.Text, left.Blocks), Words(right.Text, right.Blocks)));
    }

    private static string Words(string text, IReadOnlyList<ArticleBlock> blocks)
    {
        var lines = blocks.Where(b => b.Kind is BlockKind.Headline or BlockKind.Paragraph or BlockKind.Bullet or BlockKind.CrossHeading or BlockKind.Disclaimer)
            .Select(b => string.Join(' ', text[b.Span.Start..b.Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var words = string.Join('\n', lines);
        return words.Length <= LongestText ? words : words[..LongestText];
    }

    private static List<ComparedLine> Lines(string left, string right)
    {
        var model = SideBySideDiffBuilder.Diff(left, right);
        return [.. model.OldText.Lines.Zip(model.NewText.Lines, (l, r) => new ComparedLine(Parts(l), Parts(r)))];
    }

    private static List<ComparedPart>? Parts(DiffPiece line) => line switch
    {
        { Type: ChangeType.Imaginary } => null,
        { SubPieces.Count: > 0 } => Joined(line.SubPieces.Where(p => p.Type != ChangeType.Imaginary).Select(p => new ComparedPart(p.Text, p.Type != ChangeType.Unchanged))),
        _ => [new ComparedPart(line.Text, line.Type != ChangeType.Unchanged)],
    };

    private static List<ComparedPart> Joined(IEnumerable<ComparedPart> parts)
    {
        var joined = new List<ComparedPart>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && joined[^1].IsOwn == part.IsOwn) joined[^1] = joined[^1] with { Text = joined[^1].Text + part.Text };
            else joined.Add(part);
        }
        return joined;
    }
}
