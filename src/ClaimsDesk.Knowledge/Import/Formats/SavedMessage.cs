using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Import.Formats.Tables;
using MimeKit;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A page that a browser saved as one file (MHTML), or a message of e-mail.</summary>
internal static class SavedMessage
{
    /// <summary>Whether the file is one, by its name or its first lines.</summary>
    public static bool Is(Incoming incoming)
    {
        if (incoming.Extension is ".mht" or ".mhtml" or ".eml") return true;
        var start = Encoding.Latin1.GetString(incoming.Start);
        return start.StartsWith("From: <Saved by", StringComparison.OrdinalIgnoreCase) || start.StartsWith("MIME-Version: 1.0", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The page or message as one item.</summary>
    public static FoundItem Item(Incoming incoming)
    {
        if (incoming.AllBytes() is not { } bytes) return FoundItem.Rejected(incoming.Name, $"The file is longer than {incoming.Limits.ItemBytes / 1024 / 1024} MB. Save the page as HTML only, and import that.");
        return new FoundItem(incoming.Name, bytes, () => Read(bytes));
    }

    private static ItemReading Read(byte[] bytes)
    {
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = 20 }, new MemoryStream(bytes));
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            return new ItemReading.Rejected("This is no saved page (MHTML) that can be read, or it was not saved to its end. Save the page again, and import that.");
        }
        using (message)
        {
            var part = message.BodyParts.OfType<TextPart>().FirstOrDefault(p => p.IsHtml) ?? message.BodyParts.OfType<TextPart>().FirstOrDefault();
            if (part?.Content is null) return new ItemReading.Rejected("The saved page holds no text. Save it again once it shows the article, and import that.");
            using var content = new MemoryStream();
            part.Content.DecodeTo(content);
            if (part.IsHtml) return WebPage.Read(content.ToArray(), Address(message, part), part.ContentType.Charset);
            return TextDecoder.DecodeAny(content.ToArray(), part.ContentType.Charset) is Decoding.Read read
                ? MappedRow.Write(Known(message), read.Text, "message") is ItemReading.Text text ? text with { Encoding = read.Encoding } : new ItemReading.Rejected("The message is empty. Save it again, and import that.")
                : new ItemReading.Rejected("The message holds no text that can be read. Save its text by itself, and import that.");
        }
    }

    private static Uri? Address(MimeMessage message, TextPart part) =>
        new[] { message.Headers["Snapshot-Content-Location"], part.ContentLocation?.OriginalString, message.Headers["Content-Location"] }
            .Select(WebAddress.Of).FirstOrDefault(address => address is not null) is { } found ? new Uri(found) : null;

    private static KnownArticle Known(MimeMessage message) => new()
    {
        Segment = default,
        Title = string.IsNullOrWhiteSpace(message.Subject) ? null : message.Subject.ReplaceLineEndings(" ").Trim(),
        Published = message.Date.Year > 1 ? DateOnly.FromDateTime(message.Date.DateTime) : null,
    };
}
