using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>A filter in plain English, in parts that can each be taken out.</summary>
/// <param name="Parts">The parts in order.</param>
public sealed record ClaimSentence(IReadOnlyList<SentencePart> Parts)
{
    /// <summary>The parts as one piece of text: "told by Reuters or AFP, unnamed, said 5–6 Aug 2024". Empty for all claims.</summary>
    public override string ToString() => string.Concat(Parts.Select((part, i) => Joint(i) + part.Before + (part.Before.Length > 0 ? " " : "") + part.Text));

    /// <summary>What stands between the part at <paramref name="index"/> and the one before it: nothing, a space or a comma with a space.</summary>
    public string Joint(int index) => index == 0 ? "" : Parts[index].Before is "or" or "and" ? " " : ", ";

    internal static ClaimSentence Of(ClaimFilter filter, FilterNames names) => new([.. FilterKeys.All.SelectMany(key => key.Say(filter, names))]);
}

/// <summary>One value of a filter in words.</summary>
/// <param name="Key">The key of the URL it stands for.</param>
/// <param name="Before">The words before it that are no part of the value: "told by", "or", "and"; may be empty.</param>
/// <param name="Text">The value.</param>
/// <param name="Without">The filter without it, from the first page.</param>
public sealed record SentencePart(string Key, string Before, string Text, ClaimFilter Without);

/// <summary>The names of what a filter picks by number.</summary>
internal sealed record FilterNames(
    IReadOnlyDictionary<int, string> Sources, IReadOnlyDictionary<int, string> Actors, IReadOnlyDictionary<int, string> Articles,
    IReadOnlyDictionary<int, string> Batches)
{
    public static FilterNames None { get; } =
        new(new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>());

    public string Source(Pick pick) => pick.Name ?? Named(Sources, pick.Id!.Value, "source");

    /// <summary>Whose names those are that are picked by a name they do not go by, by <see cref="NameKey"/>.</summary>
    public IReadOnlyDictionary<string, string> Bearers { get; init; } = new Dictionary<string, string>();

    public string Actor(Pick pick) => pick.Name is not { } name ? Named(Actors, pick.Id!.Value, "actor")
        : Bearers.TryGetValue(NameKey.Of(name), out var bearer) ? $"{name} ({bearer})" : name;

    public string Article(int id) => Articles.TryGetValue(id, out var title) ? $"“{title}”" : $"article {id}";

    public string Batch(int id) => Named(Batches, id, "import");

    private static string Named(IReadOnlyDictionary<int, string> names, int id, string kind) =>
        names.TryGetValue(id, out var name) ? name : $"{kind} {id}";
}
