using System.Globalization;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>
/// A source, actor, place or outlet in a filter: one record by its number (<c>source=17</c>), or all that bear a name
/// (<c>source=Reuters</c>). A name of digits alone can't be picked by name.
/// </summary>
public readonly record struct Pick
{
    private Pick(int? id, string? name) => (Id, Name) = (id, name);

    /// <summary>The record's number, or null when picked by name.</summary>
    public int? Id { get; }

    /// <summary>The name, or null when picked by number.</summary>
    public string? Name { get; }

    /// <summary>No record at all: <c>outlet=none</c>. Where a key takes it, a record of that name is picked by its number.</summary>
    public bool IsNone => Name is { } name && FilterWords.IsNone(name);

    /// <summary>One record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public static Pick Number(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        return new Pick(id, null);
    }

    /// <summary>All that bear the name.</summary>
    /// <exception cref="ArgumentException">The name is blank, or consists of digits alone.</exception>
    public static Pick Named(string name) =>
        TryRead(name, out var pick) && pick.Name is not null ? pick : throw new ArgumentException($"“{name}” is no name.", nameof(name));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryRead(string text, out Pick pick)
    {
        pick = default;
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return false;
        if (trimmed.All(char.IsAsciiDigit))
        {
            if (!int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0) return false;
            pick = new Pick(id, null);
            return true;
        }
        pick = new Pick(null, trimmed);
        return true;
    }

    /// <summary>As it stands in a URL.</summary>
    public override string ToString() => Id?.ToString(CultureInfo.InvariantCulture) ?? Name ?? "";
}
