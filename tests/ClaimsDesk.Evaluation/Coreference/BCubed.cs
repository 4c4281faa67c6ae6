namespace ClaimsDesk.Evaluation.Coreference;

/// <summary>B³: for every mention, how much of its group is right, and how much of its right group is there; means over mentions.</summary>
/// <param name="Mentions">Number of mentions.</param>
/// <param name="PrecisionSum">Sum over mentions.</param>
/// <param name="RecallSum">Sum over mentions.</param>
public readonly record struct BCubed(int Mentions, double PrecisionSum, double RecallSum)
{
    /// <summary>Per cent.</summary>
    public double Precision => Mentions == 0 ? 100 : 100 * PrecisionSum / Mentions;

    /// <summary>Per cent.</summary>
    public double Recall => Mentions == 0 ? 100 : 100 * RecallSum / Mentions;

    /// <summary>Their harmonic mean.</summary>
    public double F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : 0;

    /// <summary>Over mentions that are grouped in two ways.</summary>
    public static BCubed Of(IReadOnlyList<(string Gold, object Found)> mentions)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var gold = mentions.GroupBy(m => m.Gold).ToDictionary(g => g.Key, g => g.Count());
        var found = mentions.GroupBy(m => m.Found).ToDictionary(g => g.Key, g => g.Count());
        var both = mentions.GroupBy(m => m).ToDictionary(g => g.Key, g => g.Count());
        return new BCubed(mentions.Count, mentions.Sum(m => (double)both[m] / found[m.Found]), mentions.Sum(m => (double)both[m] / gold[m.Gold]));
    }

    /// <summary>The sums.</summary>
    public static BCubed operator +(BCubed a, BCubed b) => new(a.Mentions + b.Mentions, a.PrecisionSum + b.PrecisionSum, a.RecallSum + b.RecallSum);

    /// <summary>The sums.</summary>
    public static BCubed Add(BCubed left, BCubed right) => left + right;
}
