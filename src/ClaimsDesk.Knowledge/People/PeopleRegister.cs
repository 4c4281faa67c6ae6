using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.People;

/// <summary>What became of a change to the register.</summary>
public enum PeopleOutcome
{
    /// <summary>It was made.</summary>
    Done,
    /// <summary>Somebody else has the name.</summary>
    NameTaken,
    /// <summary>The name is empty, longer than 60 characters, or holds characters that cannot be seen.</summary>
    NameUnusable,
    /// <summary>Nobody would be left who could manage people.</summary>
    LastAdmin,
    /// <summary>There is an administrator already.</summary>
    NotFirst,
    /// <summary>There is no such person.</summary>
    NoSuchPerson,
}

/// <summary>Who there is and what each may do. Every change is audited in the same transaction.</summary>
public sealed class PeopleRegister(WriteGate gate, IDbContextFactory<ClaimsDeskDb> database, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().OrderBy(p => p.NormalizedUserName).Take(1000).ToListAsync(cancellationToken);
    }

    /// <summary>Whether somebody can manage people.</summary>
    public async Task<bool> HasAdminAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await Admins(db).AnyAsync(cancellationToken);
    }

    /// <summary>Makes the first administrator; nobody acts, since there is nobody yet.</summary>
    public async Task<PeopleOutcome> AddFirstAdminAsync(string name, string passwordHash, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (await Admins(write.Db).AnyAsync(cancellationToken)) return PeopleOutcome.NotFirst;
        return (await AddAsync(write, null, name, Role.Admin, passwordHash, cancellationToken)).Outcome;
    }

    /// <summary>Makes an account from the machine itself, whose user may read and write the database anyway.</summary>
    public async Task<PeopleOutcome> AddFromMachineAsync(string name, Role role, string passwordHash, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        return (await AddAsync(write, null, name, role, passwordHash, cancellationToken)).Outcome;
    }

    /// <summary>Makes an account without a password; a link lets the person choose one. The key is null unless it was made.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<(PeopleOutcome Outcome, string? PersonId)> InviteAsync(string actorId, string name, Role role, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.ActingAsync(actorId, Role.Admin, cancellationToken);
        return await AddAsync(write, actorId, name, role, passwordHash: null, cancellationToken);
    }

    /// <summary>Gives a person another role.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public Task<PeopleOutcome> SetRoleAsync(string actorId, string personId, Role role, CancellationToken cancellationToken = default) =>
        ChangeAsync(actorId, personId, "role", person => person.Role.ToString(), person => person.Role = role, cancellationToken);

    /// <summary>Shuts a person out, or lets the person in again.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public Task<PeopleOutcome> SetDisabledAsync(string actorId, string personId, bool disabled, CancellationToken cancellationToken = default) =>
        ChangeAsync(actorId, personId, "account", person => person.Disabled ? "disabled" : "enabled", person => person.Disabled = disabled, cancellationToken);

    /// <summary>Makes earlier links to choose a password, and sign-ins, worthless, so that a new link can be given out.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public Task<PeopleOutcome> RenewLinkAsync(string actorId, string personId, CancellationToken cancellationToken = default) =>
        ChangeAsync(actorId, personId, "link", _ => "", person => person.SecurityStamp = Stamp(), cancellationToken);

    /// <summary>Notes that a person chose a password.</summary>
    public async Task PasswordChosenAsync(string personId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        Note(write, personId, personId, "password", null, null);
        await write.CommitAsync(cancellationToken);
    }

    private async Task<PeopleOutcome> ChangeAsync(
        string actorId, string personId, string field, Func<Person, string> read, Action<Person> change, CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.ActingAsync(actorId, Role.Admin, cancellationToken);
        var person = await write.Db.Users.SingleOrDefaultAsync(p => p.Id == personId, cancellationToken);
        if (person is null) return PeopleOutcome.NoSuchPerson;
        var old = read(person);
        change(person);
        await write.Db.SaveChangesAsync(cancellationToken);
        if (!await Admins(write.Db).AnyAsync(cancellationToken)) return PeopleOutcome.LastAdmin;
        if (field == "link" || read(person) != old) Note(write, actorId, personId, field, old, read(person));
        await write.CommitAsync(cancellationToken);
        return PeopleOutcome.Done;
    }

    private async Task<(PeopleOutcome Outcome, string? PersonId)> AddAsync(
        Write write, string? actorId, string name, Role role, string? passwordHash, CancellationToken cancellationToken)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format))
            return (PeopleOutcome.NameUnusable, null);
        var person = new Person
        {
            UserName = name,
            NormalizedUserName = new UpperInvariantLookupNormalizer().NormalizeName(name),
            Role = role,
            PasswordHash = passwordHash,
            SecurityStamp = Stamp(),
            LockoutEnabled = true,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (await write.Db.Users.AnyAsync(p => p.NormalizedUserName == person.NormalizedUserName, cancellationToken)) return (PeopleOutcome.NameTaken, null);
        write.Db.Users.Add(person);
        Note(write, actorId, person.Id, "account", null, $"{name}, {role}");
        await write.CommitAsync(cancellationToken);
        return (PeopleOutcome.Done, person.Id);
    }

    // An invited administrator who has not chosen a password can't manage anybody yet.
    private static IQueryable<Person> Admins(ClaimsDeskDb db) =>
        db.Users.Where(p => p.Role == Role.Admin && !p.Disabled && p.PasswordHash != null);

    private static string Stamp() => Guid.NewGuid().ToString("N");

    private void Note(Write write, string? actorId, string personId, string field, string? old, string? now) => write.Db.AuditEntries.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime,
        PersonId = actorId,
        Subject = AuditSubject.Person,
        SubjectId = personId,
        Field = field,
        Old = old,
        New = now,
    });
}
