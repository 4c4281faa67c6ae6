using System.Threading.RateLimiting;
using ClaimsDesk.Web.Limits;
using Microsoft.Extensions.Options;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// Counts wrong passwords by the address they come from, whatever names they try: locking accounts alone would let one address try one
/// password on all of them. Right ones are not counted, so that an office behind one address signs in as it likes.
/// </summary>
public sealed class SignInTries(IOptions<DeskLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _wrong = PartitionedRateLimiter.Create<HttpContext, string>(
        context => DeskLimits.AMinute(DeskLimits.Address(context), limits.Value.WrongPasswordsAMinute));

    /// <summary>Whether the address may try now.</summary>
    public bool May(HttpContext context)
    {
        using var look = _wrong.AttemptAcquire(context, permitCount: 0);
        return look.IsAcquired;
    }

    /// <summary>Counts a wrong one.</summary>
    public void Wrong(HttpContext context) => _wrong.AttemptAcquire(context).Dispose();

    /// <inheritdoc/>
    public void Dispose() => _wrong.Dispose();
}
