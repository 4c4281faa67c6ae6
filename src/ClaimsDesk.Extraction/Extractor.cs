using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction;

/// <summary>
/// Text in, articles and attributed claims out. Load one and share it: it is safe for threads, holds the language model and the
/// word lists, and keeps nothing of the texts it reads.
/// </summary>
public sealed class Extractor : IDisposable
{
    private static readonly IDraftRule[] Rules =
        [new Refusal(), new AccordingTo(), new InsertedCue(), new EvidenceAdverb(), new ReportedThing(), new ReportingVerb(), new AttributionNoun(), new Attitude()];

    private readonly LanguageModel _model;
    private readonly SentenceReader _sentences;
    private readonly AttributionReader _attributions;
    private readonly English _english;
    private readonly CastReader _cast;

    private Extractor(LanguageModel model)
    {
        _model = model;
        _sentences = new SentenceReader(model);
        _attributions = new AttributionReader(model);
        _english = new English();
        _cast = new CastReader(_english);
    }

    /// <summary>Loads the English model and word lists that travel beside the program.</summary>
    /// <exception cref="ModelFileException">A file of the model is missing or is not what it should be.</exception>
    /// <exception cref="InvalidDataException">A word list is missing or damaged.</exception>
    public static Extractor Load() => new(LanguageModel.Load(LanguageModel.EnglishFolder));

    /// <summary>Reads a text. It never throws for a text, however odd: what cannot be read becomes a note.</summary>
    public ExtractedDocument Extract(SourceText text, ExtractionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var articles = ArticleReader.Read(text, context).Select((article, i) => WithClaims(text, article, i + 1)).ToList();
        return new ExtractedDocument(text, articles, []);
    }

    /// <summary>
    /// The outermost attributions of a text that is an article and nothing else, as attribution corpora mark them. The article
    /// reader is not asked: such texts have no furniture, and what it left out could not be scored.
    /// </summary>
    public IReadOnlyList<Attribution> OutermostAttributions(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Nesting.Outermost(_attributions.Read(text, [new TextSpan(0, text.Length)]));
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private ExtractedArticle WithClaims(SourceText text, ExtractedArticle article, int number)
    {
        var blocks = article.Blocks.Where(b => b.Kind is BlockKind.Headline or BlockKind.Bullet or BlockKind.Paragraph).ToList();
        var sentences = new List<Sentence>();
        var kinds = new List<BlockKind>();
        foreach (var block in blocks)
        {
            var read = _sentences.Read(text, [block.Span]);
            sentences.AddRange(read);
            kinds.AddRange(read.Select(_ => block.Kind));
        }
        var cast = _cast.Read(text, sentences, kinds, HomeOf(article));
        var reading = new ArticleReading(text, article, sentences, kinds, Quotations.Find(text.Value, blocks.Select(b => b.Span)), cast, _english);
        var attributions = new List<Attribution>();
        foreach (var block in blocks.Where(b => b.Kind != BlockKind.Paragraph)) attributions.AddRange(_attributions.Read(text, [block.Span]));
        attributions.AddRange(_attributions.Read(text, [.. blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => b.Span)]));
        var fromRules = Enumerable.Range(0, sentences.Count).SelectMany(i => Rules.SelectMany(rule => rule.Find(reading, i)));
        var claims = ClaimAssembly.Assemble(reading, DraftMerge.Merge(reading, EncoderDrafts.Of(reading, attributions), fromRules), number);
        return article with { Claims = claims, Actors = ClaimAssembly.ActorsOf(cast) };
    }

    /// <summary>The state whose capital the article is datelined from.</summary>
    private string? HomeOf(ExtractedArticle article) =>
        article.DatelinePlace is { } place && _english.Gazetteer.Find(place) is { Kind: ActorKind.State } known ? known.Canonical : null;
}
