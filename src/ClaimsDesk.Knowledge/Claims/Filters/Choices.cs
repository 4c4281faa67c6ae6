using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>What is chosen for one key of a filter: any of these, each once, in the order chosen. None chosen means that all will do.</summary>
[CollectionBuilder(typeof(Choices), nameof(Choices.Of))]
public sealed class Choices<T> : IReadOnlyList<T>, IEquatable<Choices<T>>
{
    private readonly ImmutableArray<T> _values;

    internal Choices(IEnumerable<T> values) => _values = [.. values.Distinct()];

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public T this[int index] => _values[index];

    /// <summary>With one more.</summary>
    public Choices<T> With(T value) => new(_values.Append(value));

    /// <summary>Without one.</summary>
    public Choices<T> Without(T value) => new(_values.Where(v => !EqualityComparer<T>.Default.Equals(v, value)));

    /// <summary>With it if it was not chosen, without it if it was: what a click on a facet does.</summary>
    public Choices<T> Toggle(T value) => _values.Contains(value) ? Without(value) : With(value);

    /// <inheritdoc/>
    public bool Equals(Choices<T>? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Choices<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Length == 0 ? 0 : HashCode.Combine(_values.Length, _values[0], _values[^1]);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="Choices{T}"/> from a collection expression.</summary>
public static class Choices
{
    /// <summary>These, each once.</summary>
    public static Choices<T> Of<T>(ReadOnlySpan<T> values) => new(values.ToArray());
}
