namespace ClaimsDesk.Extraction.Pages;

/// <summary>A web page as text.</summary>
/// <param name="Text">Its articles, one line a block; all spans point into it. Empty where the page has no text.</param>
/// <param name="Articles">What the page says about each article, with the kinds of its lines.</param>
public sealed record PageText(string Text, IReadOnlyList<KnownArticle> Articles);
