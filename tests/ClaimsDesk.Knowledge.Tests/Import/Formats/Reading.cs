using System.IO.Compression;
using System.Text;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Formats;

namespace ClaimsDesk.Knowledge.Tests.Import.Formats;

/// <summary>Reads files that tests make, and makes archives.</summary>
internal static class Reading
{
    public static ImportFile File(string name, byte[] bytes) => new(name, _ => Task.FromResult<Stream>(new MemoryStream(bytes)));

    public static async Task<List<(string Name, ItemReading Read)>> ItemsAsync(string name, byte[] bytes, ReadingLimits? limits = null)
    {
        var items = new List<(string, ItemReading)>();
        await foreach (var item in new FormatReader(limits ?? ReadingLimits.Default).FindAsync(File(name, bytes))) items.Add((item.Name, item.Read()));
        return items;
    }

    public static string Reason(this ItemReading reading) => reading.Should().BeOfType<ItemReading.Rejected>().Which.Reason;

    public static ItemReading.Text Text(this ItemReading reading) => reading.Should().BeOfType<ItemReading.Text>().Subject;

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
