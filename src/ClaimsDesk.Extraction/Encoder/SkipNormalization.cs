using System.Buffers;
using System.Text;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>
/// Takes nodes of an ONNX model that add and normalise at once (<c>SkipLayerNormalization</c> of <c>com.microsoft</c>) apart into
/// <c>Add</c> and <c>LayerNormalization</c>. ONNX Runtime computes the whole on one number after the other, the parts on several at once.
/// </summary>
internal static class SkipNormalization
{
    // Numbers of fields in onnx.proto.
    private const int GraphOfModel = 7, NodeOfGraph = 1;
    private const int Input = 1, Output = 2, Operator = 4, Attribute = 5;

    /// <summary>An attribute of a node: epsilon (name, value, type float), the smallest variance. Without it each of the operators has another one.</summary>
    private static readonly byte[] UsualEpsilon = [0x0A, 7, .. "epsilon"u8, 0x15, .. BitConverter.GetBytes(1e-12f), 0xA0, 0x01, 1];

    /// <summary>The model with those nodes taken apart; the same bytes where they are no model.</summary>
    public static byte[] TakeApart(byte[] model)
    {
        try
        {
            return Copied(model, GraphOfModel, (graph, into) =>
                ProtobufField.Write(into, GraphOfModel, Copied(graph, NodeOfGraph, (node, nodes) => WriteNode(nodes, node))));
        }
        catch (InvalidDataException)
        {
            return model;
        }
    }

    /// <summary>A message, field by field, where those of one number are written anew.</summary>
    private static byte[] Copied(ReadOnlyMemory<byte> message, int number, Action<ReadOnlyMemory<byte>, ArrayBufferWriter<byte>> write)
    {
        var into = new ArrayBufferWriter<byte>(message.Length + 4096);
        foreach (var field in ProtobufField.In(message))
        {
            if (field.Number == number) write(field.Content, into);
            else into.Write(field.Raw.Span);
        }
        return into.WrittenSpan.ToArray();
    }

    private static void WriteNode(ArrayBufferWriter<byte> into, ReadOnlyMemory<byte> node)
    {
        var fields = ProtobufField.In(node).ToLookup(field => field.Number, field => field.Content);
        string[] inputs = Texts(fields[Input]), outputs = Texts(fields[Output]);
        // Further outputs, of training, have no counterpart.
        if (Texts(fields[Operator]) is not ["SkipLayerNormalization"] || inputs.Length < 4 || outputs.Length != 1)
        {
            ProtobufField.Write(into, NodeOfGraph, node.Span);
            return;
        }
        var sum = outputs[0] + ".sum";
        Write(into, "Add", [inputs[0], inputs[1]], sum);
        if (inputs.Length > 4)
        {
            Write(into, "Add", [sum, inputs[4]], sum + ".biased");
            sum += ".biased";
        }
        Write(into, "LayerNormalization", [sum, inputs[2], inputs[3]], outputs[0], [.. fields[Attribute].DefaultIfEmpty(UsualEpsilon)]);
    }

    private static void Write(ArrayBufferWriter<byte> into, string operation, string[] inputs, string output, params ReadOnlyMemory<byte>[] attributes)
    {
        var node = new ArrayBufferWriter<byte>();
        foreach (var input in inputs) ProtobufField.Write(node, Input, Encoding.UTF8.GetBytes(input));
        ProtobufField.Write(node, Output, Encoding.UTF8.GetBytes(output));
        ProtobufField.Write(node, Operator, Encoding.UTF8.GetBytes(operation));
        foreach (var attribute in attributes) ProtobufField.Write(node, Attribute, attribute.Span);
        ProtobufField.Write(into, NodeOfGraph, node.WrittenSpan);
    }

    private static string[] Texts(IEnumerable<ReadOnlyMemory<byte>> contents) => [.. contents.Select(content => Encoding.UTF8.GetString(content.Span))];
}
