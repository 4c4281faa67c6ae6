using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// Which of the sources that texts name are there already, and which are to be made. Found inside the transaction that stores the texts:
/// until it ends nobody makes another of the name or takes one away.
/// </summary>
internal sealed class KnownSources
{
    private readonly Dictionary<(string Key, SourceKind Kind), Source> _shared;

    private KnownSources(IEnumerable<Source> there) => _shared = there.ToDictionary(s => (s.NameKey, s.Kind));

    /// <summary>Looks for the sources that several texts were read to have, each on its own.</summary>
    public static async Task<KnownSources> FindAsync(ClaimsDeskDb db, IReadOnlyList<SourceRegister> texts, CancellationToken cancellationToken)
    {
        var keys = texts.SelectMany(t => t.Made).Where(s => s.Article is null).Select(s => s.NameKey).Distinct().ToList();
        var known = new KnownSources(keys.Count == 0 ? []
            : await db.Sources.AsNoTracking().Where(s => s.ArticleId == null && EF.Parameter(keys).Contains(s.NameKey)).ToListAsync(cancellationToken));
        known.HasGraded = known._shared.Values.Any(s => s.Reliability is not null);
        foreach (var source in texts.SelectMany(t => t.Made))
        {
            if (source.Article is not null || known._shared.TryAdd((source.NameKey, source.Kind), source)) known.Made.Add(source);
        }
        return known;
    }

    /// <summary>The sources that were not there before.</summary>
    public List<Source> Made { get; } = [];

    /// <summary>Whether somebody has graded one of the sources that were there before.</summary>
    public bool HasGraded { get; private set; }

    /// <summary>The source that is stored for one that a text was read to have.</summary>
    public Source Of(Source read) => read.Article is null ? _shared[(read.NameKey, read.Kind)] : read;
}
