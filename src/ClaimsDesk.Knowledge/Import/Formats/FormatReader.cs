using System.Runtime.CompilerServices;
using ClaimsDesk.Knowledge.Import.Formats.Tables;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>
/// Turns an incoming file of any format into the texts it holds, one after the other, in an order that is the same every time. Whatever
/// is wrong with the file or an entry becomes a rejected item with its reason; the others go on.
/// </summary>
/// <param name="limits">How much is read at most.</param>
/// <param name="find">What the columns of tables hold, where somebody confirmed it; without, it is guessed.</param>
public sealed class FormatReader(ReadingLimits limits, FindMapping? find = null)
{
    /// <summary>The items of a file. It is opened with the first and closed after the last.</summary>
    public async IAsyncEnumerable<FoundItem> FindAsync(ImportFile file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (opened, problem) = await OpenAsync(file, cancellationToken);
        if (problem is not null) yield return problem;
        if (opened is null) yield break;
        await using (opened)
        {
            foreach (var item in Guarded(file.Name, Items(new Incoming(file.Name, opened, limits, new UnpackingBudget(limits.UnpackedBytes))), cancellationToken)) yield return item;
        }
    }

    /// <summary>The first rows of a table, and what its columns seem to hold.</summary>
    public async Task<TablePreview> PreviewAsync(ImportFile file, int rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (opened, problem) = await OpenAsync(file, cancellationToken);
        if (opened is null) return TablePreview.None(((ItemReading.Rejected)problem!.Read()).Reason);
        await using (opened)
        {
            try
            {
                return Table.Preview(new Incoming(file.Name, opened, limits, new UnpackingBudget(limits.UnpackedBytes)), Find, rows);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                return TablePreview.None(ImportFile.WhyUnopened(e));
            }
        }
    }

    private ColumnMapping? Find(IReadOnlyList<string> columns) => find?.Invoke(columns);

    private IEnumerable<FoundItem> Items(Incoming incoming) => incoming.Start switch
    {
        _ when incoming.IsTooLong => [incoming.TooLong()],
        _ when WordDocument.Is(incoming) => [WordDocument.Item(incoming)],
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => Archive.Items(incoming, Items),
        _ when PdfText.Is(incoming) => [PdfText.Item(incoming)],
        _ when WebPage.Is(incoming) => [WebPage.Item(incoming)],
        _ when SavedMessage.Is(incoming) => [SavedMessage.Item(incoming)],
        _ when Feed.Is(incoming) => Feed.Items(incoming),
        _ when Table.Is(incoming) => Table.Items(incoming, Find),
        _ => [PlainText.Item(incoming)],
    };

    // A file that breaks off while it is read ends with the reason; what was found before stands.
    private static IEnumerable<FoundItem> Guarded(string name, IEnumerable<FoundItem> items, CancellationToken cancellationToken)
    {
        using var found = items.GetEnumerator();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FoundItem? problem = null;
            try
            {
                if (!found.MoveNext()) yield break;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                problem = FoundItem.Rejected(name, ImportFile.WhyUnopened(e));
            }
            yield return problem ?? found.Current;
            if (problem is not null) yield break;
        }
    }

    // Archives are read from their end: what cannot be read backwards is laid by, on disk.
    private async Task<(Stream? Opened, FoundItem? Problem)> OpenAsync(ImportFile file, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await file.Open(cancellationToken);
            return (opened.CanSeek ? opened : await SpooledAsync(opened, cancellationToken), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, FoundItem.Rejected(file.Name, ImportFile.WhyUnopened(e)));
        }
    }

    private async Task<Stream> SpooledAsync(Stream opened, CancellationToken cancellationToken)
    {
        await using var source = opened;
        var spool = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        var buffer = new byte[81920];
        int count;
        while ((count = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await spool.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (spool.Length > limits.ContainerBytes) break; // it is refused by its length
        }
        spool.Position = 0;
        return spool;
    }
}
