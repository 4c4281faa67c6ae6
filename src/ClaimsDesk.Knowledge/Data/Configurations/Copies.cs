using ClaimsDesk.Knowledge.Copies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class ArticleRelationConfiguration : IEntityTypeConfiguration<ArticleRelation>
{
    public void Configure(EntityTypeBuilder<ArticleRelation> builder)
    {
        builder.ToTable("ArticleRelations");
        builder.HasKey(r => new { r.ArticleId, r.OtherId });
        builder.HasOne(r => r.Article).WithMany().HasForeignKey(r => r.ArticleId);
        builder.HasOne(r => r.Other).WithMany().HasForeignKey(r => r.OtherId);
    }
}

internal sealed class ArticleBandConfiguration : IEntityTypeConfiguration<ArticleBand>
{
    public void Configure(EntityTypeBuilder<ArticleBand> builder)
    {
        builder.ToTable("ArticleBands");
        builder.HasKey(b => new { b.Band, b.ArticleId });
        builder.HasOne(b => b.Article).WithMany().HasForeignKey(b => b.ArticleId);
    }
}
