using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class ClaimProposalConfiguration : IEntityTypeConfiguration<ClaimProposal>
{
    public void Configure(EntityTypeBuilder<ClaimProposal> builder)
    {
        builder.ToTable("ClaimProposals");
        builder.HasIndex(p => new { p.State, p.Kind, p.ArticleId });
        builder.HasOne(p => p.Article).WithMany().HasForeignKey(p => p.ArticleId);
        builder.HasOne(p => p.Claim).WithMany().HasForeignKey(p => p.ClaimId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
