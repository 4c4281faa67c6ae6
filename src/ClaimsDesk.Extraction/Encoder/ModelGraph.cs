using Microsoft.ML.OnnxRuntime;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>One ONNX file, loaded: named inputs in, numbers out, on the caller's thread.</summary>
internal sealed class ModelGraph : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly RunOptions _options = new();

    private ModelGraph(InferenceSession session, string[] inputs, string[] outputs) =>
        (_session, _inputs, _outputs) = (session, inputs, outputs);

    /// <exception cref="ModelFileException">The file is missing, damaged, or its inputs and outputs are others.</exception>
    public static ModelGraph Load(string path, string[] inputs, string[] outputs)
    {
        MustExist(path);
        InferenceSession session;
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, EnableMemoryPattern = false };
            // What is taken apart here would be put together again.
            options.AddSessionConfigEntry("optimization.disable_specified_optimizers", "SkipLayerNormFusion");
            session = new InferenceSession(SkipNormalization.TakeApart(File.ReadAllBytes(path)), options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelFileException($"{path} is damaged or is no ONNX model; put back the file that came with the model.", e);
        }
        if (inputs.All(session.InputMetadata.ContainsKey) && session.InputMetadata.Count == inputs.Length && outputs.All(session.OutputMetadata.ContainsKey))
            return new ModelGraph(session, inputs, outputs);
        session.Dispose();
        throw new ModelFileException($"{path} is another model: it should take {string.Join(", ", inputs)} and give {string.Join(", ", outputs)}; put back the file that came with the model.");
    }

    /// <exception cref="ModelFileException">There is no such file.</exception>
    public static void MustExist(string path)
    {
        if (!File.Exists(path)) throw new ModelFileException($"{path} is missing; put back the file that came with the model.");
    }

    /// <summary>Runs the graph; the answers come in the order of its outputs.</summary>
    public float[][] Run(IReadOnlyList<OrtValue> inputs)
    {
        using var results = _session.Run(_options, _inputs, inputs, _outputs);
        return results.Select(r => r.GetTensorDataAsSpan<float>().ToArray()).ToArray();
    }

    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }
}
