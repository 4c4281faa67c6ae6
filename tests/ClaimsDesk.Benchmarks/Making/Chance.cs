namespace ClaimsDesk.Benchmarks.Making;

/// <summary>Chance that is the same in every run of one seed.</summary>
public sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, all alike.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>True in this share of the cases.</summary>
    public bool In(double share) => _random.NextDouble() < share;

    /// <summary>
    /// A place in a list in which the first ones are taken far more often than the last, as with the names of the news: of a thousand,
    /// the first gets a tenth of all at a <paramref name="skew"/> of three.
    /// </summary>
    public int Skewed(int count, double skew = 3) => Math.Min(count - 1, (int)(count * Math.Pow(_random.NextDouble(), skew)));

    /// <summary>One of the values, by the weights they come with.</summary>
    public T Of<T>(params ReadOnlySpan<(T Value, int Weight)> values)
    {
        var sum = 0;
        foreach (var (_, weight) in values) sum += weight;
        var left = _random.Next(sum);
        foreach (var (value, weight) in values)
        {
            if (left < weight) return value;
            left -= weight;
        }
        return values[^1].Value;
    }
}
