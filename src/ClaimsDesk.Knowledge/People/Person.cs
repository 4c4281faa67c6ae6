using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Knowledge.People;

/// <summary>What somebody may do. Each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Reads everything.</summary>
    Analyst,
    /// <summary>Also grades, and sets what a text does not say.</summary>
    Editor,
    /// <summary>Also imports, and manages people.</summary>
    Admin,
}

/// <summary>Somebody who signs in. Nobody is ever deleted, because the history names them; they are disabled.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>What the person may do.</summary>
    public Role Role { get; set; }

    /// <summary>Whether the person may do nothing at all, not even read.</summary>
    public bool Disabled { get; set; }

    /// <summary>When the account was made, UTC.</summary>
    public DateTime CreatedAt { get; set; } = DateTime.UtcNow;
}
