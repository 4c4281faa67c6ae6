using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.People;

/// <summary>Whether somebody may do what he is about to do, asked of the database inside the transaction that does it.</summary>
public static class Acting
{
    /// <summary>The person who acts, who is at least <paramref name="least"/> at this moment, whatever an open page still believes.</summary>
    /// <exception cref="NotAllowedException">The person is unknown, disabled, or has a lesser role.</exception>
    public static async Task<Person> ActingAsync(this Write write, string personId, Role least, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        var person = await write.Db.Users.SingleOrDefaultAsync(p => p.Id == personId, cancellationToken);
        if (person is null || person.Disabled) throw new NotAllowedException("Your account no longer works. Ask an administrator.");
        if (person.Role < least) throw new NotAllowedException($"This needs the role {least}; yours is {person.Role}. Ask an administrator.");
        return person;
    }

    /// <summary>Whether the person exists, is not disabled, and is at least <paramref name="least"/> at this moment.</summary>
    public static async Task<bool> MayAsync(this ClaimsDeskDb db, string? personId, Role least, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var role = await db.Users.Where(p => p.Id == personId && !p.Disabled).Select(p => (Role?)p.Role).FirstOrDefaultAsync(cancellationToken);
        return role >= least;
    }
}

/// <summary>Somebody tried what he may not do; the message says what it takes.</summary>
public sealed class NotAllowedException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public NotAllowedException(string message) : base(message) { }
}
