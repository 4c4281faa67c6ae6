namespace ClaimsDesk.Extraction.Language;

/// <summary>What an article names and is no person, found by the ways in which one name is written: its words, their capitals, its first word.</summary>
internal sealed class NamedThings
{
    private readonly Dictionary<Referent, int> _order = [];
    private readonly Dictionary<string, List<Referent>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Referent>> _byCapitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Referent>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Adds a thing by its name.</summary>
    public Referent Add(Referent thing)
    {
        _order[thing] = _order.Count;
        Note(thing, thing.Name);
        return thing;
    }

    /// <summary>Notes another name of a thing, as <see cref="Referent.AlsoCalled"/>.</summary>
    public void AlsoCalled(Referent thing, string other, bool keep)
    {
        if (!thing.Names.Contains(other)) Note(thing, other);
        thing.AlsoCalled(other, keep);
    }

    /// <summary>The things that were called so, whatever the case of its letters, in the order in which they were added.</summary>
    public IEnumerable<Referent> Called(string name) => InOrder(_byName.GetValueOrDefault(name) ?? []);

    /// <summary>The things of which a name may be the same as this one, or either the beginning of the other, in the order in which they were added.</summary>
    public IEnumerable<Referent> Like(string name)
    {
        var found = _byName.GetValueOrDefault(name, []).Concat(_byCapitals.GetValueOrDefault(name, [])).Concat(_byFirstWord.GetValueOrDefault(name, []));
        if (FirstWordOf(name) is { } first) found = found.Concat(_byName.GetValueOrDefault(first, [])).Concat(_byName.GetValueOrDefault(CapitalsOf(name), []));
        return InOrder(found);
    }

    /// <summary>The same words, or the capitals of the other's words.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || IsAcronym(one, other) || IsAcronym(other, one);

    /// <summary>"Hanbit" of "Hanbit Heavy Industries"; a place is not what is named after it.</summary>
    public static bool IsOneBeginning(string one, string other) => IsBeginning(one, other) || IsBeginning(other, one);

    private static bool IsBeginning(string one, string other) => one.Length > 3 && other.Length > one.Length + 1 && FirstWordOf(other) == one;

    private static bool IsAcronym(string letters, string name) =>
        letters.Length is >= 2 and <= 8 && letters.All(char.IsUpper) && name.Contains(' ') && CapitalsOf(name) == letters;

    private static string CapitalsOf(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));

    /// <summary>Null for a name of one word.</summary>
    private static string? FirstWordOf(string name) => name.IndexOf(' ') is > 0 and var end ? name[..end] : null;

    private IEnumerable<Referent> InOrder(IEnumerable<Referent> things) => things.Distinct().OrderBy(thing => _order[thing]);

    private void Note(Referent thing, string name)
    {
        Note(_byName, name, thing);
        if (FirstWordOf(name) is not { } first) return;
        Note(_byFirstWord, first, thing);
        Note(_byCapitals, CapitalsOf(name), thing);
    }

    private static void Note(Dictionary<string, List<Referent>> index, string key, Referent thing)
    {
        if (!index.TryGetValue(key, out var things)) index[key] = things = [];
        things.Add(thing);
    }
}
