using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>The bytes of an incoming file, from anywhere in it; holds one chunk at a time.</summary>
internal sealed class SpooledStream(IDbContextFactory<ClaimsDeskDb> database, int fileId, long length) : Stream
{
    private byte[] _chunk = [];
    private long _chunkNumber = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.Length == 0) return 0;
        Load(Position / IncomingFile.ChunkLength);
        var from = (int)(Position % IncomingFile.ChunkLength);
        var count = Math.Min(buffer.Length, _chunk.Length - from);
        _chunk.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Load(long number)
    {
        if (number == _chunkNumber) return;
        using var db = database.CreateDbContext();
        _chunk = db.Set<IncomingChunk>().AsNoTracking().Where(c => c.FileId == fileId && c.Number == number).Select(c => c.Bytes).FirstOrDefault()
            ?? throw new IOException("A part of the file is gone from the database. Import it again.");
        _chunkNumber = number;
    }
}
