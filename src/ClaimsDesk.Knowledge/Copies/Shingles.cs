using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>
/// Three words in a row, again and again: what two texts that are much the same have in common, wherever it stands in them. Letter case,
/// accents' code points and punctuation count for nothing.
/// </summary>
public sealed class Shingles
{
    private const int Length = 3;

    private readonly HashSet<ulong> _all;

    private Shingles(HashSet<ulong> all) => _all = all;

    /// <summary>How many different ones there are.</summary>
    public int Count => _all.Count;

    internal IEnumerable<ulong> All => _all;

    /// <summary>Those of an article's running text; headline and furniture, which every reprint changes, aside.</summary>
    public static Shingles Of(string text, TextSpan body, IReadOnlyList<ArticleBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        var running = blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Bullet).Select(b => b.Span).ToList();
        var all = new HashSet<ulong>();
        ulong first = 0, second = 0;
        var count = 0;
        foreach (var word in (running.Count > 0 ? running : [body]).SelectMany(span => Words(text, span)))
        {
            if (++count >= Length) all.Add(Mix(Mix(Mix(first) + second) + word));
            (first, second) = (second, word);
        }
        return new Shingles(all);
    }

    /// <summary>What both have of all that either has, from 0 to 1 (Jaccard).</summary>
    public double SharedOfAll(Shingles other) => Shared(other) is var shared && shared == 0 ? 0 : (double)shared / (Count + other.Count - shared);

    /// <summary>How much of the shorter one the longer one holds, from 0 to 1.</summary>
    public double SharedOfShorter(Shingles other) => Math.Min(Count, other.Count) is var least && least == 0 ? 0 : (double)Shared(other) / least;

    internal static ulong Mix(ulong value)
    {
        // splitmix64: https://prng.di.unimi.it/splitmix64.c
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private int Shared(Shingles other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (fewer, more) = Count <= other.Count ? (_all, other._all) : (other._all, _all);
        return fewer.Count(more.Contains);
    }

    private static IEnumerable<ulong> Words(string text, TextSpan span)
    {
        const ulong basis = 14695981039346656037, prime = 1099511628211; // FNV-1a
        var hash = basis;
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                hash = (hash ^ char.ToLowerInvariant(text[i])) * prime;
            }
            else if (text[i] is not ('\'' or '’') && hash != basis)
            {
                yield return hash;
                hash = basis;
            }
        }
        if (hash != basis) yield return hash;
    }
}
