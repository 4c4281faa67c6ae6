using System.Globalization;

namespace ClaimsDesk.Benchmarks.Making;

/// <summary>Words and names that mean nothing, as often as words and names of the news are.</summary>
public sealed class Vocabulary
{
    private const int Words = 40_000, People = 40_000, Bodies = 6_000, Places = 3_000, Papers = 140;

    private static readonly string[] Small =
        "the of to in a and that for on with was is by at from it as has not which were are had its been after will their they more than would"
            .Split(' ');

    private static readonly string[] Syllables =
        "ba be bi bo bra bre ca ce ci co cra da de di do dra el fa fe fi fo ga ge gra ha he hi ho ja jo ka ke ki ko la le li lo ma me mi mo na ne ni no or pa pe pi po ra re ri ro sa se si so sta te ti to tra ul va ve vi vo wa we za ze zo"
            .Split(' ');

    private static readonly string[] Forms = ["Ministry of {0}", "{0} Party", "{0} Council", "University of {0}", "{0} Bank", "{0} Union", "{0} Energy", "Front for {0}"];

    private readonly string[] _words, _people, _bodies, _places;

    public Vocabulary(int seed)
    {
        var chance = new Chance(seed);
        _words = Distinct(Words, () => Syllable(chance, 1, 4));
        _people = Distinct(People, () => $"{Name(chance)} {Name(chance)}");
        _places = Distinct(Places, () => Name(chance));
        _bodies = Distinct(Bodies, () => string.Format(CultureInfo.InvariantCulture, Forms[chance.Between(0, Forms.Length - 1)], Name(chance)));
        Outlets = Distinct(Papers, () => $"{(chance.In(0.5) ? "The " : "")}{Name(chance)} {(chance.In(0.5) ? "Post" : chance.In(0.5) ? "Times" : "Daily")}");
        Agencies = Distinct(9, () => $"{Name(chance)} News Agency");
    }

    public string[] Outlets { get; }

    public string[] Agencies { get; }

    /// <summary>Every second word is one of the small ones that every text is full of.</summary>
    public string Word(Chance chance) => chance.In(0.45) ? Small[chance.Skewed(Small.Length, 2)] : _words[chance.Skewed(_words.Length, 4)];

    public string Person(Chance chance) => _people[chance.Skewed(_people.Length)];

    public string Body(Chance chance) => _bodies[chance.Skewed(_bodies.Length)];

    public string Place(Chance chance) => _places[chance.Skewed(_places.Length)];

    /// <summary>"two senior Ragelo officials": an unnamed source and what it belongs to.</summary>
    public (string Wording, string? Affiliation, int Count) Unnamed(Chance chance)
    {
        var of = chance.In(0.6) ? chance.In(0.5) ? Place(chance) : Body(chance) : null;
        var number = chance.Of((1, 50), (2, 20), (3, 8), (0, 22));
        var count = number switch { 1 => "a", 2 => "two", 3 => "three", _ => "" };
        var role = chance.Of(("official", 40), ("source", 30), ("diplomat", 15), ("witness", 15));
        return ($"{count} {(chance.In(0.4) ? "senior " : "")}{of} {role}{(number == 1 ? "" : "s")}".Trim().Replace("  ", " ", StringComparison.Ordinal), of, number);
    }

    private static string[] Distinct(int count, Func<string> make)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count) made.Add(make());
        return [.. made];
    }

    private static string Syllable(Chance chance, int least, int most) =>
        string.Concat(Enumerable.Range(0, chance.Between(least, most)).Select(_ => Syllables[chance.Between(0, Syllables.Length - 1)]));

    private static string Name(Chance chance)
    {
        var name = Syllable(chance, 2, 3);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
