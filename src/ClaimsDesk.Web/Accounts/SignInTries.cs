using System.Threading.RateLimiting;
using ClaimsDesk.Web.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// Counts wrong passwords by the address they come from, whatever names they try: locking accounts alone would let one address try one
/// password on all of them. Right ones are not counted, so that an office behind one address signs in as it likes. Tries of one address
/// or on one name take turns: of many at once, each would be checked before any other is counted, here and in the account's own lock-out.
/// </summary>
public sealed class SignInTries : IDisposable
{
    // Of one address, or on one name. Who tries more at once is no office.
    private const int MostWaiting = 50;

    private readonly PartitionedRateLimiter<Try> _turns = PartitionedRateLimiter.CreateChained(
        Turns(one => $"address {one.Address}"), Turns(one => $"name {one.Name}"));

    private readonly PartitionedRateLimiter<Try> _wrong;

    /// <summary>With the limits of the desk.</summary>
    public SignInTries(IOptions<DeskLimits> limits) =>
        _wrong = PartitionedRateLimiter.Create<Try, string>(one => DeskLimits.AMinute(one.Address, limits.Value.WrongPasswordsAMinute));

    /// <summary>Checks a password when it is its turn; null where there were too many wrong ones from the address.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="name">The name of the account.</param>
    /// <param name="check">Checks it.</param>
    public async Task<SignInResult?> CheckAsync(HttpContext context, string name, Func<Task<SignInResult>> check)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(check);
        var one = new Try(DeskLimits.Address(context), name.Normalize().ToUpperInvariant());
        using var turn = await _turns.AcquireAsync(one, cancellationToken: context.RequestAborted);
        if (!turn.IsAcquired || !May(one)) return null;
        var result = await check();
        if (!result.Succeeded) _wrong.AttemptAcquire(one).Dispose();
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
        _wrong.Dispose();
    }

    private bool May(Try one)
    {
        using var look = _wrong.AttemptAcquire(one, permitCount: 0);
        return look.IsAcquired;
    }

    private static PartitionedRateLimiter<Try> Turns(Func<Try, string> of) => PartitionedRateLimiter.Create<Try, string>(one =>
        RateLimitPartition.GetConcurrencyLimiter(of(one), _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MostWaiting }));

    private sealed record Try(string Address, string Name);
}
