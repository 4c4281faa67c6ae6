using System.Globalization;
using System.IO.Compression;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>
/// A ZIP archive: every file in it is an item, in the order of its directory. Nothing is unpacked to disk, so that names such as
/// <c>../x</c> and links lead nowhere; how much is unpacked is counted while it is unpacked, whatever the directory says.
/// </summary>
internal sealed class Archive
{
    private const int FreeRatioBelow = 1024 * 1024;
    private const int UnixLink = 0xA000, UnixKind = 0xF000;

    private readonly Incoming _archive;
    private readonly Func<Incoming, IEnumerable<FoundItem>> _itemsOf;

    private Archive(Incoming archive, Func<Incoming, IEnumerable<FoundItem>> itemsOf) => (_archive, _itemsOf) = (archive, itemsOf);

    /// <summary>The items of an archive; <paramref name="itemsOf"/> reads each entry.</summary>
    public static IEnumerable<FoundItem> Items(Incoming archive, Func<Incoming, IEnumerable<FoundItem>> itemsOf) =>
        archive.Depth >= archive.Limits.ArchiveDepth
            ? [FoundItem.Rejected(archive.Name, "This archive lies in an archive that lies in another. Unpack the outer ones, and import this one.")]
            : new Archive(archive, itemsOf).Items();

    private IEnumerable<FoundItem> Items()
    {
        var (zip, problem) = Open();
        if (problem is not null) yield return problem;
        if (zip is null) yield break;
        using (zip)
        {
            if (zip.Entries.Count == 0) yield return FoundItem.Rejected(_archive.Name, "The archive is empty. Put the texts into it, and import it again.");
            if (zip.Entries.Count > _archive.Limits.Entries)
            {
                yield return FoundItem.Rejected(_archive.Name, string.Create(CultureInfo.InvariantCulture,
                    $"The archive holds {zip.Entries.Count:N0} files; {_archive.Limits.Entries:N0} are read. Split it, and import the parts."));
                yield break;
            }
            foreach (var entry in zip.Entries)
            {
                if (entry.FullName.EndsWith('/') && entry.Length == 0) continue; // a folder
                foreach (var item in Items(entry)) yield return item;
            }
        }
    }

    private (ZipArchive? Zip, FoundItem? Problem) Open()
    {
        try
        {
            var zip = new ZipArchive(_archive.Stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries.Count;
            return (zip, null);
        }
        catch (InvalidDataException)
        {
            return (null, FoundItem.Rejected(_archive.Name, "The archive is damaged or was not copied to its end. Make it or copy it again, and import that."));
        }
    }

    private IEnumerable<FoundItem> Items(ZipArchiveEntry entry)
    {
        var name = ImportFile.Printable($"{_archive.Name}/{entry.FullName}");
        if (WhyLeftOut(entry) is { } reason) return [FoundItem.Rejected(name, reason)];
        var (bytes, problem) = Unpack(entry);
        return bytes is null ? [FoundItem.Rejected(name, problem!)] : _itemsOf(new Incoming(name, bytes, _archive.Limits, _archive.Budget, _archive.Depth + 1));
    }

    private static string? WhyLeftOut(ZipArchiveEntry entry) => entry switch
    {
        { IsEncrypted: true } => "The file is locked with a password. Unpack the archive with it, and import the files.",
        _ when ((entry.ExternalAttributes >> 16) & UnixKind) == UnixLink => "This is a link to another file, which archives must not lead to. Put the file itself into the archive.",
        _ => null,
    };

    private (MemoryStream? Bytes, string? Problem) Unpack(ZipArchiveEntry entry)
    {
        var most = Math.Min(_archive.Limits.ItemBytes, Math.Max(FreeRatioBelow, entry.CompressedLength * _archive.Limits.UnpackingRatio));
        var bytes = new MemoryStream();
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[81920];
            int count;
            while ((count = packed.Read(buffer, 0, buffer.Length)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > most || !_archive.Budget.Take(count)) return (null, TooMuch(bytes.Length, most));
            }
            return (bytes, null);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return (null, "The file is damaged in the archive, or packed in a way that is not read. Make the archive again as a common ZIP, and import that.");
        }
    }

    private string TooMuch(long length, long most) =>
        length > _archive.Limits.ItemBytes ? string.Create(CultureInfo.InvariantCulture, $"The file is longer than {_archive.Limits.ItemBytes / 1024 / 1024} MB. Split it, and import the parts.")
        : length > most ? "The file unpacks to far more than texts do, as archives do that are made to fill a disk. If it is a text, unpack it and import it by itself."
        : string.Create(CultureInfo.InvariantCulture, $"The archive unpacks to more than {_archive.Limits.UnpackedBytes / 1024 / 1024:N0} MB; the rest is left out. Split it, and import the parts.");
}
