using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>What is chosen for one key of a filter, each once, in the order chosen. None chosen means that all will do.</summary>
[CollectionBuilder(typeof(Choices), nameof(Choices.Of))]
public sealed class Choices<T> : IReadOnlyList<Choice<T>>, IEquatable<Choices<T>>
{
    private readonly ImmutableArray<Choice<T>> _all;

    internal Choices(IEnumerable<Choice<T>> choices) => _all = [.. choices.Distinct()];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public Choice<T> this[int index] => _all[index];

    /// <summary>A claim fits one of these at least, where there are any.</summary>
    public IEnumerable<T> AnyOf => Of(Sense.AnyOf);

    /// <summary>A claim fits each of these.</summary>
    public IEnumerable<T> AllOf => Of(Sense.AllOf);

    /// <summary>A claim fits none of these.</summary>
    public IEnumerable<T> NoneOf => Of(Sense.NoneOf);

    /// <summary>The values, whatever is asked of them.</summary>
    public IEnumerable<T> Values => _all.Select(choice => choice.Value);

    /// <summary>What is asked of a value; null where it is not chosen.</summary>
    public Sense? SenseOf(T value) => _all.Where(choice => Same(choice.Value, value)).Select(choice => (Sense?)choice.Sense).FirstOrDefault();

    /// <summary>With one more, of which this is asked and nothing else.</summary>
    public Choices<T> With(T value, Sense sense = Sense.AnyOf) => new(Without(value)._all.Append(new Choice<T>(value, sense)));

    /// <summary>Without a value, whatever was asked of it.</summary>
    public Choices<T> Without(T value) => new(_all.Where(choice => !Same(choice.Value, value)));

    /// <summary>Without one choice; the same value chosen in another sense stays.</summary>
    public Choices<T> Without(Choice<T> choice) => new(_all.Remove(choice));

    /// <summary>With the value if it was not chosen, without it if it was: what a click on a facet does.</summary>
    public Choices<T> Toggle(T value) => SenseOf(value) is null ? With(value) : Without(value);

    /// <summary>This value in place of every other that is included; what is excluded stays so.</summary>
    public Choices<T> Only(T value) => new(Without(value)._all.Where(choice => choice.Sense == Sense.NoneOf).Append(value));

    /// <summary>Without the values of which any will do: what else there is to choose.</summary>
    public Choices<T> WithoutAnyOf() => new(_all.Where(choice => choice.Sense != Sense.AnyOf));

    /// <inheritdoc/>
    public bool Equals(Choices<T>? other) => other is not null && _all.SequenceEqual(other._all);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Choices<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _all.Length == 0 ? 0 : HashCode.Combine(_all.Length, _all[0], _all[^1]);

    /// <inheritdoc/>
    public IEnumerator<Choice<T>> GetEnumerator() => ((IEnumerable<Choice<T>>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    private IEnumerable<T> Of(Sense sense) => _all.Where(choice => choice.Sense == sense).Select(choice => choice.Value);
}

/// <summary>Makes <see cref="Choices{T}"/> from a collection expression.</summary>
public static class Choices
{
    /// <summary>These, each once.</summary>
    public static Choices<T> Of<T>(ReadOnlySpan<Choice<T>> choices) => new(choices.ToArray());

    /// <summary>Any of these values, each once.</summary>
    public static Choices<T> AnyOf<T>(IEnumerable<T> values) => new(values.Select(value => new Choice<T>(value)));
}
