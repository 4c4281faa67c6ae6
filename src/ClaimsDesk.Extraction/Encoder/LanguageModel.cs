using Microsoft.ML.OnnxRuntime;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>
/// The tuned encoder with its heads: text in, scores out; it knows no claim. Load it once and share it: it is safe for
/// threads, and each call computes on the caller's thread alone, so that texts can be read side by side.
/// </summary>
public sealed class LanguageModel : IDisposable
{
    private const string EncoderFile = "encoder.int8.onnx";
    private readonly ModelGraph _encoder;
    private readonly ModelGraph _roles;
    private readonly ModelGraph _words;

    private LanguageModel(ModelLabels labels, WordPieces pieces, ModelGraph encoder, ModelGraph roles, ModelGraph words) =>
        (Labels, Pieces, _encoder, _roles, _words) = (labels, pieces, encoder, roles, words);

    /// <summary>Where the English model lies beside the program.</summary>
    public static string EnglishFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Language", "English", "model");

    internal ModelLabels Labels { get; }

    internal WordPieces Pieces { get; }

    /// <summary>Loads the five files of a model: encoder, roles, words, vocabulary and labels.</summary>
    /// <exception cref="ModelFileException">A file is missing, damaged, or belongs to another model.</exception>
    public static LanguageModel Load(string folder) => Load(folder, Path.Combine(folder, EncoderFile));

    internal static LanguageModel Load(string folder, string encoderPath)
    {
        var labelsPath = Path.Combine(folder, "labels.json");
        var vocabularyPath = Path.Combine(folder, "vocab.txt");
        ModelGraph.MustExist(labelsPath);
        ModelGraph.MustExist(vocabularyPath);
        var labels = ModelLabels.Load(labelsPath);
        var pieces = WordPieces.Load(vocabularyPath);
        // The graphs would take a vocabulary that was cut off, and read rare words as unknown.
        if (pieces.Size < labels.Vocabulary) throw new ModelFileException($"{vocabularyPath} is cut off: it has {pieces.Size} of {labels.Vocabulary} lines; put back the vocab.txt that came with the model.");
        var model = new LanguageModel(
            labels,
            pieces,
            ModelGraph.Load(encoderPath, ["ids", "case", "mask"], ["hidden", "cue"]),
            ModelGraph.Load(Path.Combine(folder, "roles.onnx"), ["hidden", "cues"], ["roles"]),
            ModelGraph.Load(Path.Combine(folder, "words.onnx"), ["hidden", "first"], ["upos", "name", "arcs", "labels"]));
        model.CheckThatFilesBelongTogether(labelsPath);
        return model;
    }

    /// <summary>Runs the encoder over pieces that fit one window, between its opening and closing marks.</summary>
    internal EncodedWindow Encode(ReadOnlyMemory<Piece> pieces)
    {
        var length = pieces.Length + 2;
        if (length > Labels.Window) throw new ArgumentException($"{pieces.Length} pieces and two marks do not fit a window of {Labels.Window}.", nameof(pieces));
        long[] ids = new long[length], cases = new long[length];
        (ids[0], ids[^1]) = (Pieces.Opening, Pieces.Closing);
        for (var i = 0; i < pieces.Length; i++) (ids[i + 1], cases[i + 1]) = (pieces.Span[i].Id, (long)pieces.Span[i].Case);
        var mask = new int[length];
        Array.Fill(mask, 1);

        long[] shape = [1, length];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var caseValue = OrtValue.CreateTensorValueFromMemory(cases, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        var scores = _encoder.Run([idsValue, caseValue, maskValue]);
        return new EncodedWindow(length, scores[0], Softmax.Rows(scores[1], Labels.Cue.Length));
    }

    /// <summary>For each cue, given by the row of its last piece, P(other), P(source), P(content) of every row of the window: [cue][row × 3 + role].</summary>
    internal float[][] Roles(EncodedWindow window, IReadOnlyList<int> cues)
    {
        if (cues.Count == 0) return [];
        using var hidden = OrtValue.CreateTensorValueFromMemory(window.Hidden, [window.Length, Labels.Hidden]);
        using var last = OrtValue.CreateTensorValueFromMemory(cues.Select(c => (long)c).ToArray(), [cues.Count]);
        var roles = Softmax.Rows(_roles.Run([hidden, last])[0], Labels.Role.Length);
        return roles.Chunk(window.Length * Labels.Role.Length).ToArray();
    }

    /// <summary>Tags, names and tree scores of a sentence's words, each given by the row of its first piece.</summary>
    internal WordScores Words(EncodedWindow sentence, IReadOnlyList<int> firstRows)
    {
        var first = new long[firstRows.Count + 1];
        for (var i = 0; i < firstRows.Count; i++) first[i + 1] = firstRows[i];
        using var hidden = OrtValue.CreateTensorValueFromMemory(sentence.Hidden, [sentence.Length, Labels.Hidden]);
        using var rows = OrtValue.CreateTensorValueFromMemory(first, [first.Length]);
        var scores = _words.Run([hidden, rows]);
        return new WordScores(firstRows.Count, Labels, scores[0], scores[1], scores[2], scores[3]);
    }

    /// <summary>Frees the native memory of the model.</summary>
    public void Dispose()
    {
        _encoder.Dispose();
        _roles.Dispose();
        _words.Dispose();
    }

    /// <summary>Sends the last entry of the vocabulary through every graph: files of two models differ in some size, and fail here rather than in a text.</summary>
    private void CheckThatFilesBelongTogether(string labelsPath)
    {
        try
        {
            var window = Encode(new Piece[] { new(Pieces.Size - 1, default, LetterCase.WithDigit, false) });
            if (window.Hidden.Length == window.Length * Labels.Hidden && window.Cue.Length == window.Length * Labels.Cue.Length
                && Roles(window, [1])[0].Length == window.Length * Labels.Role.Length && Words(window, [1]).FitLabels)
                return;
        }
        catch (OnnxRuntimeException e)
        {
            Dispose();
            throw new ModelFileException(Foreign(labelsPath), e);
        }
        Dispose();
        throw new ModelFileException(Foreign(labelsPath));
    }

    private static string Foreign(string labelsPath) =>
        $"The model files in {Path.GetDirectoryName(labelsPath)} do not belong together; put back all as they came: {EncoderFile}, roles.onnx, words.onnx, vocab.txt and labels.json.";
}
