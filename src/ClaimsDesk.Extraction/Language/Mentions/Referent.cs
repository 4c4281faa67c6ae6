using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Somebody or something that an article speaks of. It grows while the article is read.</summary>
/// <param name="name">The name so far.</param>
/// <param name="kind">What sort of thing it is.</param>
internal sealed class Referent(string name, ActorKind kind)
{
    private readonly List<string> _names = [name];

    /// <summary>The fullest name the article gives.</summary>
    public string Name { get; private set; } = name;

    /// <summary>All its names, the canonical one first.</summary>
    public IReadOnlyList<string> Names => [Name, .. _names.Where(n => n != Name)];

    /// <summary>What sort of thing it is.</summary>
    public ActorKind Kind { get; set; } = kind;

    /// <summary>A wire service.</summary>
    public bool IsAgency { get; init; }

    /// <summary>Unnamed people who tell: "two officials".</summary>
    public bool IsInformant { get; init; }

    /// <summary>What the noun for it stands for, where it has no name.</summary>
    public SpeakerClass Class { get; init; }

    /// <summary>The noun for it in the singular, lower case: "source", "ministry".</summary>
    public string Noun { get; set; } = "";

    /// <summary>More than one.</summary>
    public bool IsPlural { get; init; }

    /// <summary>How many, where the text says so.</summary>
    public int? Count { get; init; }

    /// <summary>What "he" and "she" can stand for.</summary>
    public Gender Gender { get; set; }

    /// <summary>The state it belongs to, where the text says so.</summary>
    public string? State { get; set; }

    /// <summary>What unnamed people belong to, in the text's words.</summary>
    public string? Affiliation { get; set; }

    /// <summary>Words that tell it from others of its noun, lower case.</summary>
    public HashSet<string> Modifiers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its roles as printed: "Portuguese President".</summary>
    public List<string> Roles { get; } = [];

    /// <summary>Times it is mentioned by name or description.</summary>
    public int Mentions { get; set; }

    /// <summary>Whether it is a human being.</summary>
    public bool IsPerson => Kind == ActorKind.Person;

    /// <summary>
    /// Whether the words up to its noun say which it is: "Danish officials" and "Defense Ministry" do, "officials" and "30 hospitals
    /// in Denmark" do not. An office that one person holds may say it after the noun: "leader of Harvest".
    /// </summary>
    public bool IsNamed
    {
        get
        {
            if (Class == SpeakerClass.None) return true;
            var words = Name.Split(' ');
            var noun = Array.FindIndex(words, w => Noun.Length > 2 && w.StartsWith(Noun[..^1], StringComparison.OrdinalIgnoreCase));
            var telling = Class == SpeakerClass.Person ? words : words.Take(1 + Math.Max(0, noun));
            return !Name.Contains(',') && telling.Any(w => w.Any(char.IsUpper));
        }
    }

    /// <summary>Notes another name; the longer one becomes the name it is filed under unless <paramref name="keep"/> says that the present one is canonical.</summary>
    public void AlsoCalled(string other, bool keep = false)
    {
        if (!_names.Contains(other)) _names.Add(other);
        if (!keep && other.Length > Name.Length) Name = other;
    }

    /// <summary>Notes a role once.</summary>
    public void PlaysRole(string role)
    {
        if (role.Length > 0 && !Roles.Contains(role, StringComparer.OrdinalIgnoreCase)) Roles.Add(role);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Kind})";
}
