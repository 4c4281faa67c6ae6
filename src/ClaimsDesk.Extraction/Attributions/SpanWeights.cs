using System.Globalization;
using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>
/// How much each feature speaks for a role, for entering it and for leaving it. Learnt apart from the encoder; kept in a file
/// beside it, one feature a line: kind, group, value, then a number for source, content and cue (of steps: entering, then leaving).
/// </summary>
internal sealed class SpanWeights
{
    public const string FileName = "spans.tsv";

    /// <summary>Roles that a span can have, in the order of the weights; "other" has none.</summary>
    public const int Roles = 3;

    /// <summary>Numbers that go with each word: log-likelihoods and likelihoods of other, source, content and of being in a cue.</summary>
    public const int Scores = 8;

    private static readonly string[] ScoreNames = ["log other", "log source", "log content", "log cue", "other", "source", "content", "cue"];
    private static readonly string[] RoleNames = ["other", "source", "content", "cue"];
    private static readonly int LinesOfScores = ScoreNames.Length + 1 + RoleNames.Length;

    public SpanWeights(Features features)
    {
        Features = features;
        Words = new float[features.OfWords.Count * Roles];
        Steps = new float[features.OfSteps.Count * Roles * 2];
        ScoresOfWords = new float[Scores * Roles];
        ScoresOfSteps = new float[Roles * 2];
        Pairs = new float[16];
    }

    public Features Features { get; }

    /// <summary>By feature: three numbers.</summary>
    public float[] Words { get; }

    /// <summary>By feature: three numbers for entering, three for leaving.</summary>
    public float[] Steps { get; }

    /// <summary>By score: three numbers.</summary>
    public float[] ScoresOfWords { get; }

    /// <summary>How much a rise of a role's likelihood speaks for entering it, then how much its fall speaks for leaving it.</summary>
    public float[] ScoresOfSteps { get; }

    /// <summary>By role before and role here (other, source, content, cue).</summary>
    public float[] Pairs { get; }

    /// <summary>Loads the weights that came with a model.</summary>
    /// <exception cref="ModelFileException">The file is missing or damaged, or belongs to another model.</exception>
    public static SpanWeights Load(string folder, ModelLabels labels)
    {
        var path = Path.Combine(folder, FileName);
        ModelGraph.MustExist(path);
        var weights = new SpanWeights(new Features(labels));
        Dictionary<string, int> words = Numbered(weights.Features.OfWords), steps = Numbered(weights.Features.OfSteps);
        var (number, ofScores) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            var places = cells.Length < 4 ? default : weights.PlacesOf(cells, words, steps);
            if (places.Count != cells.Length - 3 || places.Count == 0) throw Damaged(path, number);
            for (var i = 0; i < places.Count; i++)
            {
                if (!float.TryParse(cells[i + 3], CultureInfo.InvariantCulture, out var weight)) throw Damaged(path, number);
                places.Array![places.Offset + i] = weight;
            }
            if (cells[0] is "score" or "rise" or "pair") ofScores++;
        }
        // They stand last: a file that was cut off lacks some.
        return ofScores == LinesOfScores ? weights : throw Damaged(path, Math.Max(1, number));
    }

    /// <summary>Where the weights of a line belong; nowhere when it names what this model's labels do not have.</summary>
    private ArraySegment<float> PlacesOf(string[] cells, Dictionary<string, int> words, Dictionary<string, int> steps)
    {
        var name = cells[1] + "\t" + cells[2];
        return cells[0] switch
        {
            "word" when words.TryGetValue(name, out var feature) => new ArraySegment<float>(Words, feature * Roles, Roles),
            "step" when steps.TryGetValue(name, out var feature) => new ArraySegment<float>(Steps, feature * Roles * 2, Roles * 2),
            "score" when Array.IndexOf(ScoreNames, cells[2]) is >= 0 and var score => new ArraySegment<float>(ScoresOfWords, score * Roles, Roles),
            "rise" => new ArraySegment<float>(ScoresOfSteps),
            "pair" when Array.IndexOf(RoleNames, cells[2]) is >= 0 and var role => new ArraySegment<float>(Pairs, role * RoleNames.Length, RoleNames.Length),
            _ => default,
        };
    }

    private static ModelFileException Damaged(string path, int line) =>
        new($"{path} does not fit the model beside it (line {line}); put back the file that came with the model.");

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> names) => names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
}
