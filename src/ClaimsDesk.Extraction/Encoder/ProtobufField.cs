using System.Buffers;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>A field of a message in the wire format of Protocol Buffers.</summary>
/// <param name="Number">Which field.</param>
/// <param name="Raw">All its bytes, tag and length included.</param>
/// <param name="Content">Of a text or a message inside the message its bytes; else empty.</param>
internal readonly record struct ProtobufField(int Number, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> Content)
{
    private const int LengthDelimited = 2;

    /// <summary>The fields of a message, in order.</summary>
    /// <exception cref="InvalidDataException">It is no message.</exception>
    public static IEnumerable<ProtobufField> In(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var start = at;
            var tag = Varint(message.Span, ref at);
            var length = (tag & 7) switch
            {
                0 => Varint(message.Span, ref at) * 0,
                1 => 8ul,
                LengthDelimited => Varint(message.Span, ref at),
                5 => 4ul,
                _ => throw new InvalidDataException("This is no message."),
            };
            if (length > (ulong)(message.Length - at)) throw new InvalidDataException("The message ends too early.");
            var content = (tag & 7) == LengthDelimited ? message.Slice(at, (int)length) : default;
            at += (int)length;
            yield return new ProtobufField((int)(tag >> 3), message[start..at], content);
        }
    }

    /// <summary>Writes a text or a message inside a message.</summary>
    public static void Write(IBufferWriter<byte> into, int number, ReadOnlySpan<byte> content)
    {
        WriteVarint(into, (uint)(number << 3 | LengthDelimited));
        WriteVarint(into, (uint)content.Length);
        into.Write(content);
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64 && at < message.Length; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 127) << shift;
            if (part < 128) return number;
        }
        throw new InvalidDataException("The message ends too early.");
    }

    private static void WriteVarint(IBufferWriter<byte> into, uint number)
    {
        for (; number > 127; number >>= 7) into.Write([(byte)(number & 127 | 128)]);
        into.Write([(byte)number]);
    }
}
