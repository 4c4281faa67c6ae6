using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction;

/// <summary>What is known about a text beside the text. Extraction has no clock: what a date is reckoned from is said here or in the text.</summary>
/// <param name="PublishedOn">The day of publication, where the importer knows it; it wins over what the text says.</param>
public sealed record ExtractionContext(DateOnly? PublishedOn = null)
{
    /// <summary>Nothing is known beside the text.</summary>
    public static ExtractionContext Unknown { get; } = new();

    /// <summary>What the format of the file says about the articles in the text, in reading order; empty for a plain text.</summary>
    public IReadOnlyList<KnownArticle> Known { get; init; } = [];
}

/// <summary>Everything read from one text. All spans point into <see cref="Text"/>.</summary>
/// <param name="Text">The text as it was given.</param>
/// <param name="Articles">The articles found in it, in reading order; empty when it holds none.</param>
/// <param name="Notes">What could not be read, in reading order.</param>
public sealed record ExtractedDocument(SourceText Text, IReadOnlyList<ExtractedArticle> Articles, IReadOnlyList<Note> Notes);

/// <summary>One article in a text.</summary>
public sealed record ExtractedArticle
{
    /// <summary>Everything that belongs to the article, its furniture included.</summary>
    public required TextSpan Segment { get; init; }

    /// <summary>The running text, from its first word to its last; furniture may lie inside.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The lines of the article in reading order, each with what it is. Together they hold every visible character of the segment but the marks of bullets.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>The headline, or null where the text has none.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet, only where the text names it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Day of publication, from the text or from the context.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the last update that the text prints.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>Where it was published, where the format of the file says so; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Who wrote it, where the format or a byline says so: "Jane Doe and John Smith".</summary>
    public string? Byline { get; init; }

    /// <summary>The language that the format of the file declares, as a tag of BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>The place a dateline gives: "LISBON:" → Lisbon.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>Wire services and photo agencies that are credited.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Who translated it, where it says so.</summary>
    public string? TranslatedBy { get; init; }

    /// <summary>Sentences in which the publisher disclaims or says where the text comes from.</summary>
    public IReadOnlyList<TextSpan> Disclaimers { get; init; } = [];

    /// <summary>What is on the page but is not the article: stamps, captions, share buttons, teasers. No claim's span lies in it.</summary>
    public IReadOnlyList<TextSpan> Furniture { get; init; } = [];

    /// <summary>The attributed claims, by place in the text, a parent before its children.</summary>
    public IReadOnlyList<ExtractedClaim> Claims { get; init; } = [];

    /// <summary>Whom the article speaks of.</summary>
    public IReadOnlyList<ExtractedActor> Actors { get; init; } = [];
}

/// <summary>What a line of an article is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,
    /// <summary>The headline.</summary>
    Headline,
    /// <summary>A second printing of something already printed, such as a repeated headline or a doubled bullet.</summary>
    Reprint,
    /// <summary>A line of a summary list.</summary>
    Bullet,
    /// <summary>A heading between paragraphs.</summary>
    CrossHeading,
    /// <summary>The publisher's disclaimer or note of provenance.</summary>
    Disclaimer,
    /// <summary>The words under a picture.</summary>
    Caption,
    /// <summary>Stamps, buttons, teasers, comment forms.</summary>
    Furniture,
    /// <summary>The place, date and agency before the first paragraph's words: "LISBON:", "PRAGUE (Reuters) -".</summary>
    Dateline,
}

/// <summary>A line, or a part of one, of an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its words, without the white space around them; of a bullet without its mark, of a first paragraph without its dateline.</param>
public sealed record ArticleBlock(BlockKind Kind, TextSpan Span);

/// <summary>One attributed claim: somebody said something. It is unverified; extraction vouches for nothing.</summary>
public sealed record ExtractedClaim
{
    /// <summary>Unique in its document: <c>a1c3</c> is the third claim of the first article.</summary>
    public required string Id { get; init; }

    /// <summary>What is claimed, without cue and source; never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The words that signal the attribution; empty where there are none.</summary>
    public IReadOnlyList<TextSpan> Cue { get; init; } = [];

    /// <summary>Who is said to tell, as printed; empty where nobody is.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The words elsewhere in the article that say who the source is: of "he" the name; null where the source's own words say it.</summary>
    public TextSpan? NamedAt { get; init; }

    /// <summary>The resolved source, canonical name first; joint sources each have theirs. Never empty: "unspecified" where nobody is named.</summary>
    public required IReadOnlyList<string> SourceNames { get; init; }

    /// <summary>What sort of thing the source is.</summary>
    public required SourceKind SourceKind { get; init; }

    /// <summary>Number of unnamed sources where stated, or 1 where there is one source.</summary>
    public int? SourceCount { get; init; }

    /// <summary>What the source belongs to: "Greece", "close to Harvest".</summary>
    public string? Affiliation { get; init; }

    /// <summary>The tellers, outermost first; the last hop is the claim's own source.</summary>
    public required IReadOnlyList<ChainHop> Chain { get; init; }

    /// <summary>The names of the chain; those who tell together stand together in the last: "Holm and Krog".</summary>
    public IEnumerable<string> ChainNames => Chain.SkipLast(1).Select(hop => hop.Name).Append(string.Join(" and ", SourceNames));

    /// <summary>The claim in whose content this one lies, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public QuoteKind Quote { get; init; }

    /// <summary>What the source does by saying it.</summary>
    public ClaimAct Act { get; init; }

    /// <summary>The source denies, rejects or withholds the content, or its first main clause is negative.</summary>
    public bool Negated { get; init; }

    /// <summary>A weakener stands on the main predication: may, could, reportedly.</summary>
    public bool Hedged { get; init; }

    /// <summary>Canonical names of the people, bodies, states and groups that the content names or refers to.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Places in the content.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>When it was said.</summary>
    public PartialDate? SaidOn { get; init; }

    /// <summary>When what is claimed happened or is to happen.</summary>
    public PartialDate? EventDate { get; init; }

    /// <summary>The words of <see cref="SaidOn"/>, "on Monday" without the preposition; null where the date comes from another sentence.</summary>
    public TextSpan? SaidWords { get; init; }

    /// <summary>The words of <see cref="EventDate"/>; null where the date comes from another sentence.</summary>
    public TextSpan? EventWords { get; init; }

    /// <summary>The rule or model that found it, e.g. <c>encoder</c>.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1: how sure the finder is that this is an attribution.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>One teller in a chain.</summary>
/// <param name="Name">The resolved name; "article" for a publisher that the text does not name.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Source">Where the text names it in this role; empty where the hop comes from the page and not from the sentence.</param>
/// <param name="Cue">The reporting words of this hop; may be empty.</param>
public sealed record ChainHop(string Name, SourceKind Kind, IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue);

/// <summary>Somebody or something that an article speaks of.</summary>
/// <param name="Names">The canonical name, then the other names the article uses; no pronouns and no descriptions.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Roles">Roles that the article gives: "Portuguese President".</param>
public sealed record ExtractedActor(IReadOnlyList<string> Names, ActorKind Kind, IReadOnlyList<string> Roles);
