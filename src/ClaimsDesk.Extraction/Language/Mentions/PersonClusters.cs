using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>The people of an article: full names first, so that a surname finds whose it is even in the headline.</summary>
internal sealed class PersonClusters(English english, SourceText text)
{
    private sealed class Cluster
    {
        public required int Number { get; init; }
        public required string[] Parts { get; set; }
        public required string Name { get; set; }
        public required Gender Gender { get; init; }
        public int Uses { get; set; }
        public Referent? Referent { get; set; }
    }

    // By first and last part of the name: names of one person share one of the two.
    private readonly Dictionary<string, List<Cluster>> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Notes the names of more than one word.</summary>
    public void AddFullNames(List<FoundName> names, Sentence sentence)
    {
        foreach (var name in names.Where(n => n.Kind == ActorKind.Person))
        {
            var printed = Printed(name);
            var parts = PersonNames.Parts(printed);
            if (parts.Length < 2) continue;
            var cluster = Like(parts).FirstOrDefault();
            if (cluster is null) Note(cluster = new Cluster { Number = _count++, Parts = parts, Name = printed, Gender = GenderOf(parts, name, sentence) });
            else if (printed.Length > cluster.Name.Length)
            {
                (cluster.Name, cluster.Parts) = (printed, parts);
                Note(cluster);
            }
            cluster.Uses++;
        }
    }

    /// <summary>Whose name it is.</summary>
    public Referent Of(FoundName name, Cast cast)
    {
        var printed = Printed(name);
        var parts = PersonNames.Parts(printed);
        var cluster = Like(parts).OrderByDescending(c => parts.Length > 1 || PersonNames.IsSurnameOf(parts, c.Parts)).ThenByDescending(c => c.Uses).FirstOrDefault();
        if (cluster is null)
        {
            english.Gazetteer.IsForename(parts[0], out var gender);
            Note(cluster = new Cluster { Number = _count++, Parts = parts, Name = printed, Gender = gender });
        }
        cluster.Referent ??= cast.Add(new Referent(cluster.Name, ActorKind.Person) { Gender = cluster.Gender });
        cluster.Referent.AlsoCalled(printed, keep: true);
        return cluster.Referent;
    }

    /// <summary>"Khalil", which the model took for a place, is a person's surname in this article.</summary>
    public bool Knows(FoundName name)
    {
        var parts = PersonNames.Parts(Printed(name));
        return parts.Length == 1 && With(parts[0]).Exists(c => PersonNames.IsSurnameOf(parts, c.Parts));
    }

    /// <summary>The clusters whose name it can be, in the order in which they were noted.</summary>
    private IEnumerable<Cluster> Like(string[] parts) =>
        parts.Length == 0 ? [] : With(parts[0]).Union(With(parts[^1])).Where(c => PersonNames.CanBeOne(c.Parts, parts)).OrderBy(c => c.Number);

    private List<Cluster> With(string part) => _byPart.GetValueOrDefault(part) ?? [];

    private void Note(Cluster cluster)
    {
        foreach (var part in new[] { cluster.Parts[0], cluster.Parts[^1] })
        {
            if (!_byPart.TryGetValue(part, out var clusters)) _byPart[part] = clusters = [];
            clusters.Add(cluster);
        }
    }

    private string Printed(FoundName name) => CastReader.OneLine(text[name.Span]);

    private Gender GenderOf(string[] parts, FoundName name, Sentence sentence)
    {
        var first = sentence.WordsIn(name.Span).First().Index;
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
        {
            var byTitle = english.Speakers.GenderOfTitle(sentence.Words[i].Text);
            if (byTitle != Gender.Unknown) return byTitle;
        }
        english.Gazetteer.IsForename(parts[0], out var gender);
        return gender;
    }
}
