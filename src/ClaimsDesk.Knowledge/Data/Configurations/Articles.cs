using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class SourceFileConfiguration : IEntityTypeConfiguration<SourceFile>
{
    public void Configure(EntityTypeBuilder<SourceFile> builder)
    {
        builder.HasIndex(f => f.Sha256).IsUnique();
        builder.HasIndex(f => f.TextSha256).IsUnique();
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Articles).WithOne(a => a.SourceFile).HasForeignKey(a => a.SourceFileId);
        builder.HasMany(f => f.Notes).WithOne().HasForeignKey(n => n.SourceFileId);
    }
}

internal sealed class FileNoteConfiguration : IEntityTypeConfiguration<FileNote>
{
    public void Configure(EntityTypeBuilder<FileNote> builder) => builder.ToTable("FileNotes");
}

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.SourceFileId, a.Position }).IsUnique();
        builder.HasIndex(a => a.Published);
        builder.HasIndex(a => a.OriginId); // no foreign key: for it SQLite would have made the table anew, without its triggers
        builder.HasOne(a => a.Outlet).WithMany().HasForeignKey(a => a.OutletId).OnDelete(DeleteBehavior.Restrict);
    }
}
