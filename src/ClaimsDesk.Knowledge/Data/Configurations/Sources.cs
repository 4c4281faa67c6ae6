using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        // Two imports at once can't make the same shared source twice. An article's own sources may have one wording and be several.
        builder.HasIndex(s => new { s.NameKey, s.Kind }).IsUnique().HasFilter("\"ArticleId\" IS NULL");
        builder.HasIndex(s => s.NameKey);
        builder.HasOne(s => s.Article).WithMany().HasForeignKey(s => s.ArticleId);
    }
}

internal sealed class ActorConfiguration : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.HasIndex(a => new { a.NameKey, a.Kind }).IsUnique().HasFilter("\"ArticleId\" IS NULL");
        builder.HasOne(a => a.Article).WithMany().HasForeignKey(a => a.ArticleId);
        builder.HasMany(a => a.Names).WithOne().HasForeignKey(n => n.ActorId);
        builder.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.ActorId);
    }
}

internal sealed class ActorNameConfiguration : IEntityTypeConfiguration<ActorName>
{
    public void Configure(EntityTypeBuilder<ActorName> builder)
    {
        builder.ToTable("ActorNames");
        builder.HasIndex(n => new { n.ActorId, n.Name }).IsUnique();
        builder.HasIndex(n => n.NameKey);
        builder.HasOne(n => n.FirstArticle).WithMany().HasForeignKey(n => n.FirstArticleId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ActorRoleConfiguration : IEntityTypeConfiguration<ActorRole>
{
    public void Configure(EntityTypeBuilder<ActorRole> builder)
    {
        builder.ToTable("ActorRoles");
        builder.HasOne(r => r.Article).WithMany().HasForeignKey(r => r.ArticleId);
    }
}
