namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>
/// Changes of a filter by the name of a key and a value as both stand in a URL, without a mark: what a click on a value does, wherever it
/// is shown. Each result starts from the first page.
/// </summary>
public static class FilterChanges
{
    /// <summary>What the filter asks of the value; null where it says nothing of it.</summary>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public static Sense? SenseOf(this ClaimFilter filter, string key, string value) => Key(key).SenseOf(filter, value);

    /// <summary>With this value as the only one of its key that is included; what is excluded stays so.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the key takes no such value.</exception>
    public static ClaimFilter Only(this ClaimFilter filter, string key, string value) => Started(Key(key).Only(filter, value), key, value);

    /// <summary>Without the claims of this value.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the key takes no such value.</exception>
    public static ClaimFilter Hide(this ClaimFilter filter, string key, string value) =>
        Started(Key(key).With(filter, value, Sense.NoneOf), key, value);

    /// <summary>With this value included beside the others.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the key takes no such value.</exception>
    public static ClaimFilter Include(this ClaimFilter filter, string key, string value) =>
        Started(Key(key).With(filter, value, Sense.AnyOf), key, value);

    /// <summary>With this value required whatever else is included.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the key takes no such value.</exception>
    public static ClaimFilter Require(this ClaimFilter filter, string key, string value) =>
        Started(Key(key).With(filter, value, Sense.AllOf), key, value);

    /// <summary>Without what it says of this value.</summary>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public static ClaimFilter Drop(this ClaimFilter filter, string key, string value) => Key(key).Without(filter, value).FromStart();

    /// <summary>Includes the value where the filter says nothing of it, and drops it where it does.</summary>
    /// <exception cref="ArgumentException">There is no such key, or the key takes no such value.</exception>
    public static ClaimFilter Toggle(this ClaimFilter filter, string key, string value) =>
        filter.SenseOf(key, value) is null ? filter.Include(key, value) : filter.Drop(key, value);

    private static FilterKey Key(string name) =>
        FilterKeys.Named(name) ?? throw new ArgumentException($"There is no filter called “{name}”.", nameof(name));

    private static ClaimFilter Started(ClaimFilter? changed, string key, string value) =>
        changed?.FromStart() ?? throw new ArgumentException($"“{key}” does not take “{value}”.", nameof(value));
}
