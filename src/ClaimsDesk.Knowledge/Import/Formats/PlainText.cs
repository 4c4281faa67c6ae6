namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A plain text: its words are the file.</summary>
internal static class PlainText
{
    /// <summary>The file as one item.</summary>
    public static FoundItem Item(Incoming incoming)
    {
        if (incoming.Stream.Length > TextDecoder.GreatestLength) return FoundItem.Rejected(incoming.Name, TextDecoder.TooLong(incoming.Stream.Length).Reason);
        var bytes = incoming.AllBytes()!;
        return new FoundItem(incoming.Name, bytes, () => TextDecoder.Decode(bytes) switch
        {
            Decoding.Read read => new ItemReading.Text(read.Text, read.Encoding) { Notes = read.Notes },
            Decoding.Unreadable unreadable => new ItemReading.Rejected(unreadable.Reason),
            _ => throw new InvalidOperationException("A new kind of decoding."),
        });
    }
}
