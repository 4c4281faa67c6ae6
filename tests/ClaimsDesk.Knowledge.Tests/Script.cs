using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Tests;

/// <summary>
/// An article with the claims that are to be found in it. It travels as a text: a line of JSON that says what is in it, then its
/// sentences, so that the import under test reads real bytes and spans point into a real text.
/// </summary>
public sealed record Script
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public DateOnly? Published { get; init; }
    public IReadOnlyList<Told> Claims { get; init; } = [];
    public IReadOnlyList<Mentioned> Actors { get; init; } = [];

    public string ToText() => JsonSerializer.Serialize(this, Json) + "\n" + string.Concat(Claims.Select((c, i) => $"{c.Content}, {c.Path.Last().Name} {c.Cue}.\n"));

    /// <summary>The extraction for tests: reads what <see cref="ToText"/> wrote; a text without a script holds no article.</summary>
    public static ExtractedDocument Read(SourceText text, ExtractionContext context)
    {
        var head = text.Value.Split('\n')[0];
        if (!head.StartsWith('{')) return new ExtractedDocument(text, [], []);
        var script = JsonSerializer.Deserialize<Script>(head, Json)!;
        var body = new TextSpan(head.Length + 1, text.Length);
        var from = body.Start;
        var claims = new List<ExtractedClaim>();
        foreach (var (told, i) in script.Claims.Select((c, i) => (c, i)))
        {
            TextSpan Next(string words)
            {
                var start = text.Value.IndexOf(words, from, StringComparison.Ordinal);
                from = start + words.Length;
                return new TextSpan(start, from);
            }
            var content = Next(told.Content);
            var source = Next(told.Path.Last().Name);
            var cue = Next(told.Cue);
            claims.Add(told.ToExtracted($"a1c{i + 1}", content, cue, source));
        }
        return new ExtractedDocument(text,
        [
            new ExtractedArticle
            {
                Segment = new TextSpan(0, text.Length),
                Body = body,
                Title = script.Title,
                Publisher = script.Outlet,
                Published = context.PublishedOn ?? script.Published,
                Claims = claims,
                Actors = [.. script.Actors.Select(a => new ExtractedActor(a.Names, a.Kind, []))],
            },
        ], []);
    }
}

/// <summary>An actor of a script.</summary>
public sealed record Mentioned(ActorKind Kind, params string[] Names);

/// <summary>A teller of a script.</summary>
public sealed record By(string Name, SourceKind Kind = SourceKind.Person);

/// <summary>A claim of a script.</summary>
public sealed record Told(string Content, params By[] Path)
{
    public string Cue { get; init; } = "said";
    public string? Affiliation { get; init; }
    public string? Parent { get; init; }
    public QuoteKind Quote { get; init; }
    public ClaimAct Act { get; init; }
    public bool Negated { get; init; }
    public bool Hedged { get; init; }
    public string[] Actors { get; init; } = [];
    public string[] Places { get; init; } = [];
    public string? SaidOn { get; init; }
    public string? EventDate { get; init; }

    public ExtractedClaim ToExtracted(string id, TextSpan content, TextSpan cue, TextSpan source) => new()
    {
        Id = id,
        Content = [content],
        Cue = [cue],
        Source = [source],
        SourceNames = [Path[^1].Name],
        SourceKind = Path[^1].Kind,
        SourceCount = 1,
        Affiliation = Affiliation,
        Chain = [.. Path.Select((by, i) => i == Path.Length - 1 ? new ChainHop(by.Name, by.Kind, [source], [cue]) : new ChainHop(by.Name, by.Kind, [], []))],
        Parent = Parent,
        Quote = Quote,
        Act = Act,
        Negated = Negated,
        Hedged = Hedged,
        Actors = Actors,
        Places = Places,
        SaidOn = PartialDate.TryParse(SaidOn, out var said) ? said : null,
        EventDate = PartialDate.TryParse(EventDate, out var happened) ? happened : null,
        FoundBy = "script",
        Confidence = Path[^1].Kind == SourceKind.Anonymous ? 0.6 : 0.9,
    };
}
