using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.HasIndex(b => b.State);
        builder.HasMany(b => b.Items).WithOne().HasForeignKey(i => i.BatchId);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportItemConfiguration : IEntityTypeConfiguration<ImportItem>
{
    public void Configure(EntityTypeBuilder<ImportItem> builder)
    {
        // No text of an import is done twice.
        builder.HasIndex(i => new { i.BatchId, i.Position }).IsUnique();
        builder.HasOne<Articles.SourceFile>().WithMany().HasForeignKey(i => i.SourceFileId);
    }
}

internal sealed class IncomingFileConfiguration : IEntityTypeConfiguration<IncomingFile>
{
    public void Configure(EntityTypeBuilder<IncomingFile> builder)
    {
        builder.ToTable("IncomingFiles");
        builder.HasIndex(f => new { f.BatchId, f.Position }).IsUnique();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(f => f.BatchId);
        builder.HasMany(f => f.Chunks).WithOne().HasForeignKey(c => c.FileId);
    }
}

internal sealed class IncomingChunkConfiguration : IEntityTypeConfiguration<IncomingChunk>
{
    public void Configure(EntityTypeBuilder<IncomingChunk> builder)
    {
        builder.ToTable("IncomingChunks");
        builder.HasKey(c => new { c.FileId, c.Number });
    }
}
