using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>How a name stands for what it means.</summary>
internal enum NameUse
{
    /// <summary>It is its name: "Greece".</summary>
    Name,
    /// <summary>It is where its government sits, and a city besides: "Athens".</summary>
    Seat,
    /// <summary>It is what belongs to it: "Greek".</summary>
    People,
}

/// <summary>A name that everybody knows.</summary>
/// <param name="Canonical">The name to file it under.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Use">How the words stand for it.</param>
/// <param name="BelongsTo">The state or body it is part of; empty where none.</param>
/// <param name="IsAgency">A wire service.</param>
internal sealed record KnownName(string Canonical, ActorKind Kind, NameUse Use, string BelongsTo = "", bool IsAgency = false);

/// <summary>Names of states, outlets, groups and bodies, and given names. Words only: which of them a text means is decided elsewhere.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, List<(string Words, KnownName Name)>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownName> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gender> _forenames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists beside the program.</summary>
    public static Gazetteer Load()
    {
        var read = new Gazetteer();
        foreach (var row in WordTable.Rows("countries.tsv", 4)) read.AddCountry(row);
        foreach (var row in WordTable.Rows("bodies.tsv", 4))
        {
            var kind = row[0] == "armed group" ? ActorKind.ArmedGroup : ActorKind.Organisation;
            read.Add(new KnownName(row[1], kind, NameUse.Name, row[3]), [row[1], .. WordTable.Several(row[2])]);
        }
        foreach (var row in WordTable.Rows("outlets.tsv", 2))
        {
            var name = new KnownName(row[1], ActorKind.Outlet, NameUse.Name, IsAgency: row[0] == "agency");
            read.Add(name, [row[1], .. WordTable.Several(row.ElementAtOrDefault(2) ?? "")]);
        }
        foreach (var row in WordTable.Rows("regions.txt")) read.Add(new KnownName(row[0], ActorKind.Place, NameUse.Name), [row[0]]);
        foreach (var row in WordTable.Rows("forenames.tsv", 2))
            read._forenames[row[0]] = row[1] switch { "M" => Gender.Man, "F" => Gender.Woman, _ => Gender.Unknown };
        foreach (var entries in read._byFirstWord.Values) entries.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return read;
    }

    /// <summary>The longest known name that starts at <paramref name="at"/> and ends where a word ends.</summary>
    public bool TryMatch(string text, int at, int limit, out KnownName name, out TextSpan span)
    {
        (name, span) = (null!, default);
        var end = at;
        while (end < limit && IsWordCharacter(text[end])) end++;
        if (end == at || !_byFirstWord.TryGetValue(text[at..end], out var entries)) return false;
        foreach (var (words, known) in entries)
        {
            var stop = MatchEnd(text, at, limit, words);
            if (stop < 0) continue;
            (name, span) = (known, new TextSpan(at, stop));
            return true;
        }
        return false;
    }

    /// <summary>A name as it stands in the lists, in any of its forms.</summary>
    public KnownName? Find(string name) => _byName.GetValueOrDefault(name.Replace('’', '\''));

    /// <summary>Whether it is somebody's given name, and whose it can be.</summary>
    public bool IsForename(string word, out Gender gender) => _forenames.TryGetValue(word, out gender);

    /// <summary>The adjective of a state: "Greek".</summary>
    public string? AdjectiveOf(string state) => _adjectives.GetValueOrDefault(state);

    private void AddCountry(string[] row)
    {
        if (WordTable.Several(row[3]) is [var adjective, ..]) _adjectives[row[0]] = adjective;
        Add(new KnownName(row[0], ActorKind.State, NameUse.People), WordTable.Several(row[3]).SelectMany(p => p.EndsWith('n') || p.EndsWith('i') || p.EndsWith('k') ? new[] { p, p + "s" } : [p]));
        Add(new KnownName(row[0], ActorKind.State, NameUse.Seat), WordTable.Several(row[2]));
        Add(new KnownName(row[0], ActorKind.State, NameUse.Name), [row[0], .. WordTable.Several(row[1])]);
    }

    private void Add(KnownName name, IEnumerable<string> forms)
    {
        foreach (var form in forms)
        {
            // "Congolese" and "Dominican" are two peoples' name: the first in the list keeps it.
            if (name.Use != NameUse.Name && _byName.ContainsKey(form)) continue;
            _byName[form] = name;
            var first = new string([.. form.TakeWhile(IsWordCharacter)]);
            if (!_byFirstWord.TryGetValue(first, out var entries)) _byFirstWord[first] = entries = [];
            entries.RemoveAll(e => e.Words == form);
            entries.Add((form, name));
        }
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c);

    /// <summary>Where the words end in the text, or −1. A curled apostrophe is an apostrophe and a run of white space a space; capitals must be capitals.</summary>
    private static int MatchEnd(string text, int at, int limit, string words)
    {
        var i = at;
        foreach (var c in words)
        {
            if (i >= limit) return -1;
            if (c == ' ')
            {
                if (!char.IsWhiteSpace(text[i])) return -1;
                while (i < limit && char.IsWhiteSpace(text[i])) i++;
                continue;
            }
            var found = text[i] == '’' ? '\'' : text[i];
            // "FOREIGN MINISTRY" in a headline is the same name; "us" is not "US".
            if (found != c && !(char.IsLower(c) && char.ToLowerInvariant(found) == c && i > at)) return -1;
            i++;
        }
        return i < limit && IsWordCharacter(text[i]) ? -1 : i;
    }
}
