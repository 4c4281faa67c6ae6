namespace ClaimsDesk.Extraction.Language;

/// <summary>Whether two ways to write a person's name can be one person's.</summary>
internal static class PersonNames
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
        { "al", "el", "bin", "ibn", "ben", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "ul", "as", "ar", "an", "abu", "jr", "sr", "ii", "iii" };

    /// <summary>The parts that tell, without "al-" and the like.</summary>
    public static string[] Parts(string name)
    {
        var parts = name.Split([' ', '-', '.', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var telling = parts.Where(p => !Particles.Contains(p)).ToArray();
        return telling.Length > 0 ? telling : parts;
    }

    /// <summary>"Samir Khalil" and "Samir al-Khalil" are one, "Khalil" is either, "Omar Khalil" is another.</summary>
    public static bool CanBeOne(string[] one, string[] other)
    {
        if (one.Length == 0 || other.Length == 0) return false;
        var (less, more) = one.Length <= other.Length ? (one, other) : (other, one);
        if (less.Length == 1) return Same(less[0], more[^1]) || (more.Length > 1 && Same(less[0], more[0]) && less[0].Length > 3);
        return Same(less[^1], more[^1]) && (Same(less[0], more[0]) || IsInitial(less[0], more[0]) || IsInitial(more[0], less[0]));
    }

    /// <summary>"Holm" for Karen Holm.</summary>
    public static bool IsSurnameOf(string[] less, string[] more) => less.Length == 1 && more.Length > 1 && Same(less[0], more[^1]);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsInitial(string initial, string name) => initial.Length == 1 && char.ToUpperInvariant(initial[0]) == char.ToUpperInvariant(name[0]);
}
