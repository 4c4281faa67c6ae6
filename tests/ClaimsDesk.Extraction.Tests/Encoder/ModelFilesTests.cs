using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Tests.Encoder;

/// <summary>A model that cannot be used says so once, in one sentence that names the file and the cure.</summary>
public sealed class ModelFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model").FullName;

    public ModelFilesTests()
    {
        foreach (var file in Directory.GetFiles(LanguageModel.EnglishFolder)) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("encoder.int8.onnx")]
    [InlineData("roles.onnx")]
    [InlineData("words.onnx")]
    [InlineData("vocab.txt")]
    [InlineData("labels.json")]
    [InlineData("spans.tsv")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(_folder, file));

        Loading().Should().Throw<ModelFileException>().WithMessage($"*{file} is missing; put back the file that came with the model.");
    }

    [Theory]
    [InlineData("encoder.int8.onnx")]
    [InlineData("roles.onnx")]
    [InlineData("words.onnx")]
    public void A_damaged_graph_is_named(string file)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..5000]);

        Loading().Should().Throw<ModelFileException>().WithMessage($"*{file} is damaged or is no ONNX model; put back the file that came with the model.");
    }

    public static TheoryData<string, string> Damages()
    {
        var damages = new TheoryData<string, string>();
        foreach (var file in new[] { "encoder.int8.onnx", "roles.onnx", "words.onnx", "vocab.txt", "labels.json", "spans.tsv" })
        {
            foreach (var damage in new[] { "is empty", "is cut off", "is a picture" }) damages.Add(file, damage);
        }
        return damages;
    }

    [Theory, MemberData(nameof(Damages))]
    public void A_file_that_cannot_be_used_is_named_with_the_cure_in_one_sentence(string file, string damage)
    {
        var path = Path.Combine(_folder, file);
        var whole = File.ReadAllBytes(path);
        // Text files are cut between two lines, where no line looks wrong.
        var half = Array.IndexOf(whole, (byte)'\n', whole.Length / 2) is > 0 and var end && !file.EndsWith(".onnx", StringComparison.Ordinal) ? end + 1 : whole.Length / 2;
        File.WriteAllBytes(path, damage switch { "is empty" => [], "is cut off" => whole[..half], _ => [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, .. "JFIF"u8, 0, 1, 1, 0x0A, 0xFF, 0xD9] });

        Loading().Should().Throw<ModelFileException>().Which.Message.Should()
            .StartWith(path + " ").And.MatchRegex(@"^[^\n]*; put back the [^\n.]*(?:\.(?:txt|json))?[^\n.]* that came with the model\.$");
    }

    [Fact]
    public void A_graph_in_the_place_of_another_is_named()
    {
        File.Copy(Path.Combine(_folder, "words.onnx"), Path.Combine(_folder, "roles.onnx"), overwrite: true);

        Loading().Should().Throw<ModelFileException>().WithMessage("*roles.onnx is another model: it should take hidden, cues and give roles; *");
    }

    [Theory]
    [InlineData("{", "*labels.json does not describe a language model (*); put back the labels.json that came with the model.")]
    [InlineData("{}", "*labels.json does not describe a language model (*); put back the labels.json that came with the model.")]
    [InlineData("null", "*labels.json does not describe a language model (it holds null); *")]
    public void Damaged_labels_are_named(string json, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "labels.json"), json);

        Loading().Should().Throw<ModelFileException>().WithMessage(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("word\tany\tword\t1\t2")]
    [InlineData("word\tany\tnonsense\t1\t2\t3")]
    [InlineData("word\tany\tword\t1\ttwo\t3")]
    public void A_damaged_file_of_weights_is_named(string line)
    {
        File.WriteAllText(Path.Combine(_folder, "spans.tsv"), line);

        Loading().Should().Throw<ModelFileException>().WithMessage("*spans.tsv does not fit the model beside it (line 1); put back the file that came with the model.");
    }

    [Fact]
    public void Labels_of_another_model_are_noticed()
    {
        var path = Path.Combine(_folder, "labels.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"hidden\": 384", "\"hidden\": 768", StringComparison.Ordinal));

        Loading().Should().Throw<ModelFileException>().WithMessage("The model files in * do not belong together; put back all as they came: *");
    }

    [Fact]
    public void A_vocabulary_of_another_model_is_noticed()
    {
        var path = Path.Combine(_folder, "vocab.txt");
        File.AppendAllLines(path, Enumerable.Range(0, 10_000).Select(i => $"zz{i}"));

        Loading().Should().Throw<ModelFileException>().WithMessage("The model files in * do not belong together; *");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Action Loading() => () =>
    {
        using var model = LanguageModel.Load(_folder);
        _ = new AttributionReader(model, _folder);
    };
}
