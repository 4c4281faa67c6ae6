using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>
/// The names and numbers of all that is looked at when spans are read. A feature belongs to a group and has a value in it
/// ("tag", "NOUN"); features of words speak for or against a role, those of steps for or against a span's edge before a word.
/// </summary>
internal sealed class Features
{
    private readonly List<string> _words = [];
    private readonly List<string> _steps = [];

    public Features(ModelLabels labels)
    {
        Tags = [.. labels.Tag];
        Relations = [.. labels.Relation];
        string[] branches = ["elsewhere", "cue", "above", "head", .. Relations.Select(r => "below " + r), .. Relations.Select(r => "beside " + r)];
        string[] forms = Enum.GetNames<WordForm>();

        Word = new(
            Add(_words, "any", ["word"]),
            Add(_words, "place", Pairs(["far before", "sentence before", "same sentence", "next sentence", "far after"], ["same block", "other block"])),
            Add(_words, "quotation", Pairs(["outside", "with cue", "nearest", "farther"], ["before cue", "after cue"])),
            Add(_words, "branch", Pairs(branches, CueKinds)),
            Add(_words, "cue hangs", Pairs(Relations, ["before cue", "after cue"])),
            Add(_words, "tag", Pairs(Tags, ["before cue", "after cue"])),
            Add(_words, "relation", Relations),
            Add(_words, "cue run", ["outside", "inside", "main word", "another cue"]),
            Add(_words, "cues between", Pairs(["0", "1", "more"], ["before cue", "after cue"])));
        Step = new(
            Add(_steps, "any", ["step"]),
            Add(_steps, "gap", Pairs(["in word", "in sentence", "sentence", "block"], ["outside quotation", "inside quotation"])),
            Add(_steps, "quotation mark", ["none", "opens", "closed", "closed and opens"]),
            Add(_steps, "tag here", Tags),
            Add(_steps, "tag before", Tags),
            Add(_steps, "relation here", Relations),
            Add(_steps, "relation before", Relations),
            Add(_steps, "forms", Pairs(forms, forms)),
            Add(_steps, "form here", forms),
            Add(_steps, "form before", forms),
            Add(_steps, "crossing", ["0", "1", "2", "3", "4"]),
            Add(_steps, "branch begins", Pairs(Relations, ["of cue", "of other"])),
            Add(_steps, "branch ends", Pairs(Relations, ["of cue", "of other"])),
            Add(_steps, "into branch", branches),
            Add(_steps, "out of branch", branches),
            Add(_steps, "cue", ["before", "here", "just behind", "behind", "run begins", "run ends"]));
    }

    /// <summary>Kinds of a cue's main word that hang together with source and content in different ways.</summary>
    public static string[] CueKinds { get; } = ["VERB", "NOUN", "ADJ", "ADP", "PUNCT", "other"];

    public string[] Tags { get; }

    public string[] Relations { get; }

    /// <summary>Number of the first feature of each group of words.</summary>
    public WordGroups Word { get; }

    /// <summary>Number of the first feature of each group of steps.</summary>
    public StepGroups Step { get; }

    /// <summary>Names of the features of words, by number: group, tab, value.</summary>
    public IReadOnlyList<string> OfWords => _words;

    /// <summary>Names of the features of steps, by number: group, tab, value.</summary>
    public IReadOnlyList<string> OfSteps => _steps;

    private static int Add(List<string> names, string group, IEnumerable<string> values)
    {
        var first = names.Count;
        names.AddRange(values.Select(v => group + "\t" + v));
        return first;
    }

    private static IEnumerable<string> Pairs(IEnumerable<string> one, IEnumerable<string> other) => one.SelectMany(a => other.Select(b => a + ", " + b));
}

internal sealed record WordGroups(int Any, int Place, int Quotation, int Branch, int CueHangs, int Tag, int Relation, int CueRun, int CuesBetween)
{
    public const int Count = 9;
}

internal sealed record StepGroups(
    int Any, int Gap, int QuotationMark, int TagHere, int TagBefore, int RelationHere, int RelationBefore, int Forms, int FormHere, int FormBefore,
    int Crossing, int BranchBegins, int BranchEnds, int IntoBranch, int OutOfBranch, int Cue)
{
    public const int Count = 16;
}
