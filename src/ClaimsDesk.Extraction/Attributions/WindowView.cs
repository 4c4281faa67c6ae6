namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What is seen of the words of a window whichever cue is read: tree, marks, sentences, quotations.</summary>
internal sealed class WindowView
{
    private readonly RunningText _running;
    private readonly RunningWords _words;

    public WindowView(Features features, RunningText running, RunningWords words)
    {
        (_running, _words) = (running, words);
        Shapes = new SentenceShape?[words.Count];
        Nodes = new int[words.Count];
        SentenceNumbers = new int[words.Count];
        Blocks = new int[words.Count];
        QuotationNumbers = new int[words.Count];
        Forms = new WordForm[words.Count];
        Tags = new int[words.Count];
        Relations = new int[words.Count];
        Places(features);
    }

    /// <summary>For each word the shape of its sentence; null where it stands in none.</summary>
    public SentenceShape?[] Shapes { get; }

    /// <summary>For each word its index in its sentence.</summary>
    public int[] Nodes { get; }

    /// <summary>For each word the number of its sentence.</summary>
    public int[] SentenceNumbers { get; }

    /// <summary>For each word the number of its block.</summary>
    public int[] Blocks { get; }

    /// <summary>For each word the number of the quotation it stands in; −1 outside.</summary>
    public int[] QuotationNumbers { get; }

    public WordForm[] Forms { get; }

    public int[] Tags { get; }

    public int[] Relations { get; }

    /// <summary>The tag of a word; null where it stands in no sentence.</summary>
    public string? TagOf(int w) => Shapes[w]?.Sentence.Words[Nodes[w]].Tag;

    private void Places(Features features)
    {
        Dictionary<string, int> tags = Numbered(features.Tags), relations = Numbered(features.Relations);
        for (var w = 0; w < _words.Count; w++)
        {
            var span = _words.Spans[w];
            Blocks[w] = Text.Places.At(_running.Blocks, span.Start);
            var quotation = Text.Places.At(_running.Quotations, span.Start);
            QuotationNumbers[w] = quotation < _running.Quotations.Count && _running.Quotations[quotation].Contains(span.Start) ? quotation : -1;
            SentenceNumbers[w] = _running.SentenceAt(span.Start);
            var shape = _running.ShapeOf(SentenceNumbers[w]);
            if (shape?.Sentence.WordsIn(span).FirstOrDefault() is not { } word)
            {
                (Nodes[w], Tags[w], Relations[w], Forms[w]) = (-1, -1, -1, WordForms.Of(_words.Texts[w], ""));
                continue;
            }
            Shapes[w] = shape;
            Nodes[w] = word.Index;
            Tags[w] = tags[word.Tag];
            Relations[w] = relations[word.Relation];
            Forms[w] = word.Span.Length == span.Length || !char.IsLetterOrDigit(word.Text[0]) ? WordForms.Of(_words.Texts[w], word.Tag) : WordForm.Other;
        }
    }

    private static Dictionary<string, int> Numbered(string[] names) => names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
}
