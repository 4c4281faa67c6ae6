using System.Text;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;
using Microsoft.ML.OnnxRuntime;

namespace ClaimsDesk.Extraction.Tests.Encoder;

public class SkipNormalizationTests
{
    private static readonly string ExactEncoder = Path.Combine(Models.ExactFolder, "encoder.onnx");

    [Fact]
    public void The_parts_compute_what_the_whole_computes()
    {
        var pieces = Models.Exact.Pieces.Split("The mayor of Oslo said the bridge will reopen.", new TextSpan(0, 46)).ToArray();
        using var whole = new InferenceSession(ExactEncoder);
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([Models.Exact.Pieces.Opening, .. pieces.Select(p => (long)p.Id), Models.Exact.Pieces.Closing], [1, pieces.Length + 2]);
        using var cases = OrtValue.CreateTensorValueFromMemory<long>([0, .. pieces.Select(p => (long)p.Case), 0], [1, pieces.Length + 2]);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1, pieces.Length + 2).ToArray(), [1, pieces.Length + 2]);
        using var options = new RunOptions();
        using var hidden = whole.Run(options, ["ids", "case", "mask"], [ids, cases, mask], ["hidden"]);

        var difference = Models.Exact.Encode(pieces).Hidden.Zip(hidden[0].GetTensorDataAsSpan<float>().ToArray(), (a, b) => Math.Abs(a - b)).Max();

        difference.Should().BeLessThan(1e-4f);
    }

    [Fact]
    public void No_node_is_left_whole()
    {
        var model = File.ReadAllBytes(ExactEncoder);

        Count("SkipLayerNormalization", model).Should().BePositive();
        Count("SkipLayerNormalization", SkipNormalization.TakeApart(model)).Should().Be(0);
    }

    [Fact]
    public void What_is_no_model_stays_as_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes("no model at all");

        SkipNormalization.TakeApart(bytes).Should().Equal(bytes);
    }

    private static int Count(string word, ReadOnlySpan<byte> model)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        var count = 0;
        for (int at; (at = model.IndexOf(bytes)) >= 0; model = model[(at + bytes.Length)..]) count++;
        return count;
    }
}
