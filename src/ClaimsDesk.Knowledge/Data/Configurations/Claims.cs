using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Views;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimsDesk.Knowledge.Data.Configurations;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.SaidOn).HasField("_saidOn").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Property(c => c.EventDate).HasField("_eventDate").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne(c => c.Article).WithMany(a => a.Claims).HasForeignKey(c => c.ArticleId);
        builder.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Source).WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Outlet).WithMany().HasForeignKey(c => c.OutletId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Hops).WithOne().HasForeignKey(h => h.ClaimId);
        builder.HasMany(c => c.Actors).WithOne().HasForeignKey(a => a.ClaimId);

        // One index for each order the list can have, and for what most lists filter by.
        builder.HasIndex(c => new { c.ArticleId, c.Position }).IsUnique();
        builder.HasIndex(c => new { c.SaidFirst, c.ArticleId, c.Position }).IsDescending(true, false, false);
        builder.HasIndex(c => new { c.Published, c.ArticleId, c.Position }).IsDescending(true, false, false);
        builder.HasIndex(c => new { c.Confidence, c.ArticleId, c.Position });
        builder.HasIndex(c => new { c.SourceId, c.SourceKind });
        builder.HasIndex(c => c.SourceKind);
        builder.HasIndex(c => c.OutletId);
        builder.HasIndex(c => c.Act);
        builder.HasIndex(c => c.Reliability);
        builder.HasIndex(c => c.Status);
        builder.HasIndex(c => c.Review).HasFilter("\"Review\" IS NOT NULL");
        // Empty but while an older knowledge base is brought up to date: every start asks it, and would read all claims without it.
        builder.HasIndex(c => c.ArticleId, "IX_Claims_WithoutContext").HasFilter("\"Context\" IS NULL");
    }
}

internal sealed class ClaimChangeConfiguration : IEntityTypeConfiguration<ClaimChange>
{
    // No foreign key: the claim may be gone.
    public void Configure(EntityTypeBuilder<ClaimChange> builder) => builder.ToTable("ClaimChanges");
}

internal sealed class ClaimHopConfiguration : IEntityTypeConfiguration<ClaimHop>
{
    public void Configure(EntityTypeBuilder<ClaimHop> builder)
    {
        builder.HasKey(h => new { h.ClaimId, h.Position, h.Joint });
        builder.HasIndex(h => new { h.SourceId, h.ClaimId });
        builder.HasOne(h => h.Source).WithMany().HasForeignKey(h => h.SourceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimActorConfiguration : IEntityTypeConfiguration<ClaimActor>
{
    public void Configure(EntityTypeBuilder<ClaimActor> builder)
    {
        builder.HasKey(a => new { a.ClaimId, a.Part, a.ActorId });
        builder.HasIndex(a => new { a.ActorId, a.Part, a.ClaimId });
        builder.HasOne(a => a.Actor).WithMany().HasForeignKey(a => a.ActorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangeSetConfiguration : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> builder)
    {
        builder.HasIndex(s => new { s.PersonId, s.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ChangeSet>().WithMany().HasForeignKey(s => s.UndoesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Assessments).WithOne().HasForeignKey(a => a.ChangeSetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.OwnerId);
        builder.HasIndex(v => v.IsShared);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.HasIndex(a => new { a.SourceId, a.Id });
        builder.HasIndex(a => new { a.ClaimId, a.Id });
        builder.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId);
        builder.HasOne<Claim>().WithMany().HasForeignKey(a => a.ClaimId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.AssessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(a => a.SupersedesId).OnDelete(DeleteBehavior.Restrict);
    }
}
