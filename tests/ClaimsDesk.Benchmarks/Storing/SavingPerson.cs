using ClaimsDesk.Benchmarks.Measuring;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Benchmarks.Storing;

/// <summary>An editor who grades one claim after the other while an import runs, at no faster pace than twenty a second.</summary>
internal sealed class SavingPerson(IServiceProvider services)
{
    private const string Id = "saving-person";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long each save took, from the click to the answer.</summary>
    public Sample Waits { get; } = new("a person's save during the import");

    /// <summary>Grades until told to stop.</summary>
    public async Task GradeAsync(CancellationToken stop)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync(CancellationToken.None))
        {
            db.Users.Add(new Person { Id = Id, UserName = "Saving Person", Role = Role.Editor });
            await db.SaveChangesAsync(CancellationToken.None);
        }
        var grading = services.GetRequiredService<ClaimGrading>();
        for (var claim = 1; !stop.IsCancellationRequested;)
        {
            await Task.Delay(Pause, CancellationToken.None);
            var judgement = new Judgement(Id, claim, 0, "Measured.");
            if (await Waits.TakeAsync(() => grading.SetCredibilityAsync(judgement, Credibility.Doubtful, CancellationToken.None)) is not GradeResult.NotFound) claim++;
        }
    }
}
