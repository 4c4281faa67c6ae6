using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.People;

/// <summary>Whether somebody may do something, as the database knows it now and not as it was when they signed in.</summary>
public static class Rights
{
    /// <summary>Whether the person exists, is not disabled, and has at least the role. Ask inside the transaction that makes the change.</summary>
    public static async Task<bool> MayAsync(this ClaimsDeskDb db, string? personId, Role atLeast, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(personId)) return false;
        var role = await db.Users.Where(p => p.Id == personId && !p.Disabled).Select(p => (Role?)p.Role).FirstOrDefaultAsync(cancellationToken);
        return role >= atLeast;
    }
}
