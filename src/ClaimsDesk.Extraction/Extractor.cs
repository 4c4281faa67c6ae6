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
    private readonly LanguageModel _model;
    private readonly SentenceReader _sentences;
    private readonly AttributionReader _attributions;
    private readonly English _english;
    private readonly CastReader _cast;

    private Extractor(LanguageModel model)
    {
        _model = model;
        _sentences = new SentenceReader(model);
        _attributions = new AttributionReader(model, LanguageModel.EnglishFolder);
        _english = new English();
        _cast = new CastReader(_english);
    }

    /// <summary>The version of this extraction, <c>0.1.0-3f9a1c70</c>: another one may read another thing from the same text.</summary>
    public static string Version => ExtractorVersion.Value;

    /// <summary>Loads the English model and word lists that travel beside the program.</summary>
    /// <exception cref="ModelFileException">A file of the model is missing or is not what it should be.</exception>
    /// <exception cref="InvalidDataException">A word list is missing or damaged.</exception>
    public static Extractor Load() => new(LanguageModel.Load(LanguageModel.EnglishFolder));

    /// <summary>Reads a text. It never throws for a text, however odd: what cannot be read becomes a note.</summary>
    public ExtractedDocument Extract(SourceText text, ExtractionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var notes = new List<Note>();
        var articles = ArticleReader.Read(text, context).Select((article, i) => WithClaims(text, article, i + 1, notes)).ToList();
        return new ExtractedDocument(text, articles, [.. notes.OrderBy(n => n.Where)]);
    }

    /// <summary>
    /// The outermost attributions of a text that is an article and nothing else, as attribution corpora mark them. The article
    /// reader is not asked: such texts have no furniture, and what it left out could not be scored.
    /// </summary>
    public IReadOnlyList<Attribution> OutermostAttributions(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _attributions.ReadOutermost(text);
    }

    /// <summary>A text that is an article and nothing else, as the rules see it: what is measured against annotated mentions.</summary>
    internal ArticleReading ReadingOf(SourceText text)
    {
        var blocks = Attributions.RunningText.LinesOf(text).Select(line => new ArticleBlock(BlockKind.Paragraph, line)).ToList();
        var whole = new TextSpan(0, text.Length);
        return Read(text, new ExtractedArticle { Segment = whole, Body = whole, Blocks = blocks }, blocks);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private ExtractedArticle WithClaims(SourceText text, ExtractedArticle article, int number, List<Note> notes)
    {
        notes.AddRange(ArticleNotes.Of(text, article));
        if (ReadingNotes.OtherLanguage(text, article, _english) is { } note)
        {
            notes.Add(note);
            return article;
        }
        var blocks = article.Blocks.Where(b => b.Kind is BlockKind.Headline or BlockKind.Bullet or BlockKind.Paragraph).ToList();
        var reading = Read(text, article, blocks);
        var claims = OwnVoice.Without(reading, ClaimAssembly.Assemble(reading, DraftMerge.Merge(reading, FromModel(reading, blocks), FromRules(reading)), number));
        notes.AddRange(ReadingNotes.Of(reading, claims));
        return article with { Claims = claims, Actors = ClaimAssembly.ActorsOf(reading.Cast) };
    }

    private ArticleReading Read(SourceText text, ExtractedArticle article, List<ArticleBlock> blocks)
    {
        List<TextSpan> spans = [.. blocks.Select(b => b.Span)];
        var sentences = _sentences.Read(text, spans);
        List<BlockKind> kinds = [.. sentences.Select(s => blocks[Places.At(spans, s.Span.Start)].Kind)];
        var cast = _cast.Read(text, sentences, kinds, HomeOf(article));
        return new ArticleReading(text, article, sentences, kinds, Quotations.Find(text.Value, spans), cast, _english);
    }

    /// <summary>What the model reads: the body as one running text, headline and bullets each for itself.</summary>
    private IEnumerable<Draft> FromModel(ArticleReading reading, List<ArticleBlock> blocks)
    {
        var attributions = blocks.Where(b => b.Kind != BlockKind.Paragraph).SelectMany(b => _attributions.ReadWithShy(reading.Text, [b.Span], reading.Sentences)).ToList();
        attributions.AddRange(_attributions.ReadWithShy(reading.Text, [.. blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => b.Span)], reading.Sentences));
        var nested = _attributions.ReadNested(reading.Text, attributions, reading.Sentences);
        var surer = new CuePlaces([.. nested.Where(a => !a.IsShy)]);
        attributions.RemoveAll(a => a.IsShy && a.Cue.Any(surer.Overlap));
        attributions.AddRange(nested);
        return EncoderDrafts.Of(reading, attributions);
    }

    private static IEnumerable<Draft> FromRules(ArticleReading reading)
    {
        foreach (var draft in SpeakerTurns.Find(reading).Concat(SignedQuotations.Find(reading))) yield return draft;
        for (var i = 0; i < reading.Sentences.Count; i++)
        {
            if (reading.Sentences[i].PartOf is not null) continue;
            foreach (var draft in DraftRules.InOrder.SelectMany(rule => rule.Find(reading, i))) yield return draft;
        }
    }

    /// <summary>The state whose capital the article is datelined from.</summary>
    private string? HomeOf(ExtractedArticle article) =>
        article.DatelinePlace is { } place && _english.Gazetteer.Find(place) is { Kind: ActorKind.State } known ? known.Canonical : null;
}
