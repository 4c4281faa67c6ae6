using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>The features of a window's words and of the steps between them, as one cue sees them: by number, the same count for each word; −1 for none.</summary>
internal sealed class CueView
{
    private readonly Features _features;
    private readonly WindowView _view;
    private readonly FoundCue _cue;
    private readonly Word? _anchor;
    private readonly SentenceShape? _shape;
    private readonly int _kind;
    private readonly int[] _branches;
    private readonly int[] _cuesBefore;
    private readonly int _quotationBefore;
    private readonly int _quotationAfter;

    /// <param name="features">Their numbers.</param>
    /// <param name="view">The window.</param>
    /// <param name="cue">The cue that looks.</param>
    /// <param name="inAnotherCue">For each word whether it belongs to another cue.</param>
    public CueView(Features features, WindowView view, FoundCue cue, bool[] inAnotherCue)
    {
        (_features, _view, _cue) = (features, view, cue);
        Anchor = FindAnchor();
        _shape = view.Shapes[Anchor];
        _anchor = _shape?.Sentence.Words[view.Nodes[Anchor]];
        var count = view.Nodes.Length;
        _kind = Array.IndexOf(Features.CueKinds, _anchor?.Tag) is var kind and >= 0 ? kind : Features.CueKinds.Length - 1;
        _branches = BranchesOfWords();
        _cuesBefore = CuesBefore(inAnotherCue);
        (_quotationBefore, _quotationAfter) = NearestQuotations();
        Words = new int[count * WordGroups.Count];
        Steps = new int[count * StepGroups.Count];
        for (var w = 0; w < count; w++)
        {
            LookAtWord(w, Words.AsSpan(w * WordGroups.Count, WordGroups.Count), inAnotherCue);
            LookAtStep(w, Steps.AsSpan(w * StepGroups.Count, StepGroups.Count));
        }
    }

    /// <summary>The main word of the cue: the one in its run on whose tree the others hang.</summary>
    public int Anchor { get; }

    /// <summary>For each word the numbers of its features.</summary>
    public int[] Words { get; }

    /// <summary>For each word the numbers of the features of the step into it; those of the first word mean nothing.</summary>
    public int[] Steps { get; }

    private int FindAnchor()
    {
        for (var w = _cue.Start; w < _cue.End; w++)
        {
            if (_view.Shapes[w] is not { } shape || shape.Sentence.Words[_view.Nodes[w]] is not { Tag: not "PUNCT" } word) continue;
            var headInRun = Enumerable.Range(_cue.Start, _cue.End - _cue.Start).Any(o => _view.SentenceNumbers[o] == _view.SentenceNumbers[w] && _view.Nodes[o] == word.Head);
            if (!headInRun && word.Tag is not "AUX" and not "PART" and not "ADP") return w;
        }
        return _cue.Best;
    }

    /// <summary>For each word how many other cues begin before it in the window.</summary>
    private static int[] CuesBefore(bool[] inAnotherCue)
    {
        var counts = new int[inAnotherCue.Length];
        for (var w = 1; w < counts.Length; w++) counts[w] = counts[w - 1] + (inAnotherCue[w] && !inAnotherCue[w - 1] ? 1 : 0);
        return counts;
    }

    /// <summary>The numbers of the last quotation that begins before the cue's main word and the first that begins behind it.</summary>
    private (int Before, int After) NearestQuotations()
    {
        var numbers = _view.QuotationNumbers;
        return (numbers.Take(Anchor).Append(-1).Max(), numbers.Skip(Anchor + 1).Where(q => q >= 0 && q != numbers[Anchor]).FirstOrDefault(-1));
    }

    private int QuotationOf(int w)
    {
        var quotation = _view.QuotationNumbers[w];
        return quotation < 0 ? 0 : quotation == _view.QuotationNumbers[Anchor] ? 1 : quotation == _quotationBefore || quotation == _quotationAfter ? 2 : 3;
    }

    private void LookAtWord(int w, Span<int> found, bool[] inAnotherCue)
    {
        var groups = _features.Word;
        var behind = w > Anchor ? 1 : 0;
        var sentences = Math.Clamp(_view.SentenceNumbers[w] - _view.SentenceNumbers[Anchor], -2, 2) + 2;
        var quotation = QuotationOf(w);
        found[0] = groups.Any;
        found[1] = groups.Place + sentences * 2 + (_view.Blocks[w] == _view.Blocks[Anchor] ? 0 : 1);
        found[2] = groups.Quotation + quotation * 2 + behind;
        found[3] = groups.Branch + _branches[w] * Features.CueKinds.Length + _kind;
        found[4] = _branches[w] > 1 && !IsBelow(_branches[w]) ? groups.CueHangs + _view.Relations[Anchor] * 2 + behind : -1;
        found[5] = _view.Tags[w] < 0 ? -1 : groups.Tag + _view.Tags[w] * 2 + behind;
        found[6] = _view.Relations[w] < 0 ? -1 : groups.Relation + _view.Relations[w];
        found[7] = groups.CueRun + (w == Anchor ? 2 : w >= _cue.Start && w < _cue.End ? 1 : inAnotherCue[w] ? 3 : 0);
        found[8] = groups.CuesBetween + Math.Min(2, Math.Abs(_cuesBefore[w] - _cuesBefore[Anchor])) * 2 + behind;
    }

    private void LookAtStep(int w, Span<int> found)
    {
        found.Fill(-1);
        if (w == 0) return;
        var groups = _features.Step;
        var (before, here) = (w - 1, w);
        var inQuotation = _view.QuotationNumbers[before] >= 0 && _view.QuotationNumbers[before] == _view.QuotationNumbers[here];
        var sameSentence = _view.SentenceNumbers[before] == _view.SentenceNumbers[here];
        var sameWord = sameSentence && _view.Nodes[before] == _view.Nodes[here] && _view.Nodes[here] >= 0;
        var closed = _view.QuotationNumbers[before] >= 0 && !inQuotation;
        var opens = _view.QuotationNumbers[here] >= 0 && !inQuotation;
        found[0] = groups.Any;
        found[1] = groups.Gap + (sameWord ? 0 : sameSentence ? 1 : _view.Blocks[before] == _view.Blocks[here] ? 2 : 3) * 2 + (inQuotation ? 1 : 0);
        found[2] = groups.QuotationMark + (opens ? 1 : 0) + (closed ? 2 : 0);
        if (_view.Tags[here] >= 0) found[3] = groups.TagHere + _view.Tags[here];
        if (_view.Tags[before] >= 0) found[4] = groups.TagBefore + _view.Tags[before];
        if (_view.Relations[here] >= 0) found[5] = groups.RelationHere + _view.Relations[here];
        if (_view.Relations[before] >= 0) found[6] = groups.RelationBefore + _view.Relations[before];
        found[7] = groups.Forms + (int)_view.Forms[before] * WordForms.Count + (int)_view.Forms[here];
        found[8] = groups.FormHere + (int)_view.Forms[here];
        found[9] = groups.FormBefore + (int)_view.Forms[before];
        if (sameSentence && _view.Nodes[here] >= 0) found[10] = groups.Crossing + Math.Min(4, _view.Shapes[here]!.Crossing[_view.Nodes[here]]);
        found[11] = BranchEdge(groups.BranchBegins, here, shape => shape.TopFrom);
        found[12] = BranchEdge(groups.BranchEnds, before, shape => shape.TopTo);
        if (_branches[before] != _branches[here])
        {
            found[13] = groups.IntoBranch + _branches[here];
            found[14] = groups.OutOfBranch + _branches[before];
        }
        found[15] = groups.Cue + (here == _cue.Start ? 4 : here == _cue.End ? 5 : here < Anchor ? 0 : here == Anchor ? 1 : here == Anchor + 1 ? 2 : 3);
    }

    private int BranchEdge(int group, int w, Func<SentenceShape, int[]> tops)
    {
        if (_view.Shapes[w] is not { } shape) return -1;
        var top = shape.Sentence.Words[tops(shape)[_view.Nodes[w]]];
        var ofCue = shape == _shape && top.Head == _view.Nodes[Anchor];
        return group + Array.IndexOf(_features.Relations, top.Relation) * 2 + (ofCue ? 0 : 1);
    }

    private bool IsBelow(int branch) => branch >= 4 && branch < 4 + _features.Relations.Length;

    /// <summary>For each word by which branch it hangs together with the cue, as numbered in <see cref="Features"/>.</summary>
    private int[] BranchesOfWords()
    {
        var branches = new int[_view.Nodes.Length];
        if (_shape is null) return branches;
        for (var w = 0; w < branches.Length; w++)
        {
            if (_view.Nodes[w] >= 0 && _view.SentenceNumbers[w] == _view.SentenceNumbers[Anchor]) branches[w] = BranchOf(_view.Nodes[w]);
        }
        return branches;
    }

    /// <summary>Climbs until a word is met whose branch is plain. Asked for a window's words alone: a sentence may be as long as the text.</summary>
    private int BranchOf(int node)
    {
        var words = _shape!.Sentence.Words;
        var below = -1;
        while (node >= 0 && node != _anchor!.Index && node != _anchor.Head) (below, node) = (node, words[node].Head);
        return node < 0 ? 2
            : node == _anchor!.Index ? (below < 0 ? 1 : 4 + RelationOf(words[below]))
            : below < 0 ? 3 : 4 + _features.Relations.Length + RelationOf(words[below]);
    }

    private int RelationOf(Word word) => Array.IndexOf(_features.Relations, word.Relation);
}
