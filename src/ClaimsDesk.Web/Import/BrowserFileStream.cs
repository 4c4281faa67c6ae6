using ClaimsDesk.Knowledge.Import.Formats;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace ClaimsDesk.Web.Import;

/// <summary>A file that a browser sends, read as it comes. A browser that goes away or lost the file ends it with a sentence to show.</summary>
public sealed class BrowserFileStream(IBrowserFile file, CancellationToken cancellation) : Stream
{
    private readonly Stream _upload = file.OpenReadStream(ReadingLimits.Default.ContainerBytes, cancellation);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => file.Size;

    /// <inheritdoc/>
    public override long Position { get => _upload.Position; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _upload.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException)
        {
            throw new IOException("The browser could not send the file; it may have been moved or changed, or the page was left. Choose it again.", e);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A browser's file is read asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _upload.Dispose();
        base.Dispose(disposing);
    }
}
