namespace ClaimsDesk.Knowledge.Data;

/// <summary>What admins have set for the whole desk.</summary>
public sealed class Setting
{
    /// <summary>Key: what is set.</summary>
    public required string Name { get; init; }

    /// <summary>What to.</summary>
    public required string Value { get; set; }
}
