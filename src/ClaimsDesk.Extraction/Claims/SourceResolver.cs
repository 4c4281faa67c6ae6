using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Says who a source is: the fullest name the article has for "he", "the ministry", "Athens" or "the sources". One reads one article, in reading order.</summary>
internal sealed class SourceResolver(ArticleReading reading)
{
    // Five sentences hold fewer claims.
    private const int MostNear = 200;

    private readonly Pronouns _pronouns = new(reading);
    private readonly List<Draft> _told = [];

    /// <summary>Resolves the drafts, which must be in reading order with parents before their children.</summary>
    public void Resolve(IReadOnlyList<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            draft.Teller = draft.SameSourceAs is { } other ? other.Teller : Of(draft);
            _told.Add(draft);
        }
    }

    private ResolvedSource Of(Draft draft)
    {
        if (draft.Source.Count == 0) return ResolvedSource.Unspecified;
        var hull = new TextSpan(draft.Source[0].Start, draft.Source[^1].End);
        var number = reading.SentenceAt(hull.Start);
        if (number < 0) return ResolvedSource.Unspecified;
        var sentence = reading.Sentences[number];
        var head = sentence.HeadWordOf(draft.Source.Count > 1 ? draft.Source[0] : hull);
        if (head is null) return ResolvedSource.Unspecified;
        head = NounBehind(sentence, head, hull);

        if (Pronouns.IsPronoun(head)) return OfPronoun(draft, sentence, number, head);
        if (head.Text.Equals("latter", StringComparison.OrdinalIgnoreCase) && Latter(head, number) is { } latter) return OfReferent(latter);
        if (IsPublisher(sentence, head, hull)) return new ResolvedSource([reading.Article.Publisher ?? Chains.Article], SourceKind.Outlet, 1);
        return Joint(draft, sentence, number, head, hull) ?? OfPhrase(draft, sentence, number, head, hull);
    }

    private ResolvedSource OfPhrase(Draft draft, Sentence sentence, int number, Word head, TextSpan hull)
    {
        var mentions = reading.Cast.In(hull).ToList();
        if (NamedAtEnd(mentions, sentence, hull) is { } titled) return OfReferent(titled.Who);
        return Main(mentions, head, sentence) is { } main ? OfReferent(main.Who) : OfNoun(draft, sentence, number, head, hull, mentions);
    }

    /// <summary>"Israeli, American and Egyptian diplomats": the tree may take the first people for the head.</summary>
    private Word NounBehind(Sentence sentence, Word head, TextSpan hull) =>
        head.Tag is "ADJ" or "PROPN" && sentence.WordsIn(hull).LastOrDefault() is { Tag: "NOUN", Relation: "conj" } last && last.Head == head.Index
        && reading.English.Gazetteer.Find(head.Text) is not null && last.Index > 0 && reading.English.Gazetteer.Find(sentence.Words[last.Index - 1].Text) is not null ? last : head;

    /// <summary>"Krog and Holm", "the ministry and two officials": each of them tells. Null where one alone does.</summary>
    private ResolvedSource? Joint(Draft draft, Sentence sentence, int number, Word head, TextSpan hull)
    {
        var others = sentence.SubtreeOf(head, w => w.Relation is "conj" or "flat").Where(w => w.Relation == "conj" && w.Index > head.Index && w.Tag is "NOUN" or "PROPN" && hull.Contains(w.Span) && Joins(sentence, head, w) && IsAnother(sentence, head, w)).ToList();
        if (others.Count == 0 || reading.Cast.In(hull).Any(m => m.Span.Contains(head.Span) && m.Span.Contains(others[0].Span))) return null;
        var starts = others.ConvertAll(o => StartOf(sentence, o));
        starts.Add(hull.End);
        var members = new List<ResolvedSource> { OfPhrase(draft, sentence, number, head, BeforeJoint(sentence, new TextSpan(hull.Start, starts[0]))) };
        for (var i = 0; i < others.Count; i++)
            members.Add(OfPhrase(draft, sentence, number, others[i], BeforeJoint(sentence, new TextSpan(starts[i], Math.Max(starts[i] + 1, starts[i + 1])))));
        var names = members.SelectMany(m => m.Names).Where(n => n != ResolvedSource.Nobody).Distinct().ToList();
        return names.Count < 2 ? members[0] : members[0] with { Names = names, Count = members.TrueForAll(m => m.Count is not null) ? members.Sum(m => m.Count) : null };
    }

    /// <summary>"and" stands somewhere between the two; "Holm, a lawyer" is one.</summary>
    private static bool Joins(Sentence sentence, Word head, Word other) =>
        sentence.Words.Skip(head.Index + 1).Take(other.Index - head.Index - 1).Any(IsAnd) || sentence.ChildrenOf(head).Any(c => c.Relation == "conj" && c.Index > other.Index);

    /// <summary>"Holm, a lawyer and former farmer": without a name or "the" of his own nobody stands beside a name.</summary>
    private static bool IsAnother(Sentence sentence, Word head, Word other) =>
        !head.Name.EndsWith("PER", StringComparison.Ordinal) || other.Tag == "PROPN" || other.Text.EndsWith('s')
        || sentence.ChildrenOf(other).Any(c => c.Index < other.Index && (c.Relation is "det" or "nummod" || c.Tag is "PRON" or "PROPN"));

    private static bool IsAnd(Word word) => word.Tag == "CCONJ" && word.Text.ToUpperInvariant() is "AND" or "OR" or "&";

    /// <summary>Right behind the "and" or the comma before it.</summary>
    private static int StartOf(Sentence sentence, Word member)
    {
        var first = member.Index;
        while (first > 0 && !IsAnd(sentence.Words[first - 1]) && sentence.Words[first - 1].Text != ",") first--;
        return sentence.Words[first].Span.Start;
    }

    private static TextSpan BeforeJoint(Sentence sentence, TextSpan span)
    {
        var words = sentence.WordsIn(span).ToList();
        while (words.Count > 1 && words[^1].Tag is "CCONJ" or "PUNCT") words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? span : new TextSpan(words[0].Span.Start, words[^1].Span.End);
    }

    private ResolvedSource OfPronoun(Draft draft, Sentence sentence, int number, Word head)
    {
        // "the official, who …": whom the clause hangs on.
        if (head.Text.ToUpperInvariant() is "WHO" or "WHICH" && reading.Cast.Before(head.Span.Start, number, 0).FirstOrDefault(m => head.Span.Start - m.Span.End is >= 0 and < 5) is { } just)
            return OfReferent(just.Who);
        if (head.Text.ToUpperInvariant() is "WHO" or "WHICH" or "THAT" && sentence.HeadOf(head) is { } verb && sentence.HeadOf(verb) is { } noun && verb.Relation == "acl")
        {
            var phrase = NounPhrase.Around(sentence, noun);
            var main = Main([.. reading.Cast.In(phrase.Span)], noun, sentence);
            return main is null ? OfNoun(draft, sentence, number, noun, phrase.Span, []) : OfReferent(main.Who);
        }
        var who = _pronouns.Speaker(head, number, draft, _told);
        return who ?? new ResolvedSource([head.Text.ToLowerInvariant()], SourceKind.Unspecified);
    }

    /// <summary>"the latter": of those named just before, the last that can speak.</summary>
    private Referent? Latter(Word head, int number) =>
        reading.Cast.Before(head.Span.Start, number, 1).Where(m => m.Use != NameUse.People && m.Who.Kind is not ActorKind.Place).OrderByDescending(m => m.Who.IsPerson && m.Sentence == number).FirstOrDefault()?.Who;

    /// <summary>The mention that the source is about: the one with its head, a name beside its head, or the person among its words.</summary>
    private static Mention? Main(List<Mention> mentions, Word head, Sentence sentence)
    {
        var atHead = mentions.Where(m => m.Span.Contains(head.Span)).MaxBy(m => m.Who.IsPerson && !m.Who.IsInformant ? int.MaxValue : m.Head == head ? 2 : 1);
        var namedBeside = mentions.Find(m => m.Who is { IsPerson: true, IsInformant: false } && ((m.Head.Head == head.Index && m.Head.Relation is "appos" or "flat" or "compound") || FollowsAtOnce(sentence, head, m)));
        if (atHead is null || atHead.Who.IsInformant) return namedBeside ?? atHead ?? (mentions is [var only] && Covers(only, mentions, sentence) && !IsOfPerson(only, head) && !IsWhereFrom(sentence, only, head) && !IsPersonsOwn(sentence, only, head) ? only : null);
        return atHead;
    }

    /// <summary>"this newspaper", "our paper": who publishes the article.</summary>
    private bool IsPublisher(Sentence sentence, Word head, TextSpan source) =>
        reading.English.Speakers.ClassOf(head.Text) == SpeakerClass.Press && head.Span.End == source.End && sentence.WordsIn(source).First().Text.ToUpperInvariant() is "THIS" or "OUR";

    /// <summary>"the acting attorney for the district Peter Krog": a title and then the name, with nothing that joins the two, or "the daily's Peter Krog"; a name after "of" or "and" is another's.</summary>
    private static Mention? NamedAtEnd(List<Mention> mentions, Sentence sentence, TextSpan hull)
    {
        var last = mentions.FindLast(m => m.Who is { IsPerson: true, IsInformant: false } && m.Span.End == hull.End);
        var first = last is null ? null : sentence.WordsIn(last.Span).FirstOrDefault();
        if (last is null || first is null || last.Span.Start <= hull.Start || first.Index == 0) return null;
        var before = sentence.Words[first.Index - 1];
        // "The council's spokesman for transport, Lars Holm".
        if (before.Text == "," && sentence.HeadWordOf(hull) is { Tag: "NOUN" } head && head.Index < before.Index) return last;
        return before.Tag is "NOUN" or "PROPN" || (before.Text is "'s" or "’s" or "'" or "’" && first.Index > 1) ? last : null;
    }

    /// <summary>"expert Anton …", "the director, Tom …": the name after the noun.</summary>
    private static bool FollowsAtOnce(Sentence sentence, Word head, Mention mention)
    {
        var next = head.Index + 1;
        if (next < sentence.Words.Count && sentence.Words[next].Text == ",") next++;
        return next < sentence.Words.Count && sentence.Words[next].Span.Start == mention.Span.Start;
    }

    private static bool Covers(Mention only, List<Mention> mentions, Sentence sentence) =>
        mentions.Count == 1 && only.Head.Relation is "nsubj" or "obl" or "nmod" or "compound" or "amod" && sentence.Words.Count > 0 && only.Use != NameUse.People;

    /// <summary>"mediators from Chad" are not Chad.</summary>
    private static bool IsWhereFrom(Sentence sentence, Mention mention, Word head) =>
        head.Tag == "NOUN" && mention.Span.Start > head.Span.End && sentence.ChildrenOf(mention.Head).Any(c => c.Relation == "case" && c.Text is "from" or "in" or "at" or "near" or "for" or "with");

    /// <summary>"Krog's office" is not Krog.</summary>
    private static bool IsPersonsOwn(Sentence sentence, Mention mention, Word head) =>
        mention.Who.IsPerson && head.Tag == "NOUN" && mention.Span.End < head.Span.Start && sentence.ChildrenOf(mention.Head).Any(c => c.Text is "'s" or "’s" or "'" or "’");

    /// <summary>"a friend of Peter Krog" is not Peter Krog.</summary>
    private static bool IsOfPerson(Mention mention, Word head) =>
        mention.Who.IsPerson && mention.Head.Relation == "nmod" && mention.Head.Head == head.Index && head.Tag == "NOUN" && mention.Span.Start > head.Span.End;

    /// <summary>What a member of the cast is as a source.</summary>
    public static ResolvedSource OfReferent(Referent who)
    {
        var kind = who.Kind switch
        {
            _ when who.Class == SpeakerClass.Document => SourceKind.Document,
            ActorKind.Person when who.IsInformant => who.Class == SpeakerClass.Body ? SourceKind.Organisation : SourceKind.Anonymous,
            ActorKind.Person => SourceKind.Person,
            ActorKind.Outlet => who.IsAgency ? SourceKind.Agency : SourceKind.Outlet,
            _ => SourceKind.Organisation,
        };
        var count = who.IsInformant ? who.Count : who.IsPlural ? null : 1;
        return new ResolvedSource([who.Name], kind, count, who.Affiliation ?? (who.State != who.Name ? who.State : who.Kind == ActorKind.State ? who.Name : null), who);
    }

    private ResolvedSource OfNoun(Draft draft, Sentence sentence, int number, Word head, TextSpan hull, List<Mention> mentions)
    {
        var english = reading.English;
        var noun = english.Speakers.Find(head.Text);
        var phrase = NounPhrase.Around(sentence, head);
        var printed = CastReader.OneLine(reading.Text[hull]);
        if (head.Tag == "PROPN" && IsMasthead(phrase)) return new ResolvedSource([WithoutArticle(printed)], SourceKind.Outlet, 1);
        if (noun?.Class == SpeakerClass.Document || (noun is null && english.Reporting.Noun(head.Text) is not null))
            return OfDocument(draft, phrase, noun, number, printed);
        if (mentions.Count > 0 && (head.Tag == "ADJ" || mentions[0].Span == hull)) return OfReferent(mentions[0].Who);
        var kind = noun?.Class switch
        {
            _ when phrase.Words.Any(w => english.Is("masthead", w.Text) && (w.Text.All(char.IsUpper) || (w.Tag == "PROPN" && head.Tag == "PROPN" && noun is null))) => SourceKind.Outlet,
            SpeakerClass.Press => SourceKind.Outlet,
            _ when head.Tag == "PRON" && reading.English.Is("somebody", head.Text) => SourceKind.Anonymous,
            SpeakerClass.Source or SpeakerClass.Informant or SpeakerClass.Official => SourceKind.Anonymous,
            SpeakerClass.Person or SpeakerClass.PressPeople => noun.IsPlural || !phrase.IsDefinite ? SourceKind.Anonymous : SourceKind.Person,
            SpeakerClass.Body or SpeakerClass.Group or SpeakerClass.State => SourceKind.Organisation,
            _ when head.Tag == "PROPN" && head.Name.EndsWith("PER", StringComparison.Ordinal) => SourceKind.Person,
            _ when head.Text is "West" or "East" => SourceKind.Unspecified,
            _ when head.Tag == "PROPN" => SourceKind.Organisation,
            _ when head.Tag == "NOUN" && Speakers.IsLikelyPerson(head.Text) => SourceKind.Anonymous,
            _ => SourceKind.Unspecified,
        };
        if (kind == SourceKind.Anonymous && noun is null) return new ResolvedSource([LowerFirst(WithoutArticle(printed))], kind, InformantGroups.CountIn(phrase, head.Text.EndsWith('s')));
        return new ResolvedSource([WithoutArticle(printed)], kind, kind == SourceKind.Person ? 1 : null);
    }

    /// <summary>"the Harbour-Review": words in capitals of which the last is a paper's.</summary>
    private bool IsMasthead(NounPhrase phrase) =>
        reading.English.Is("masthead", phrase.Words[^1].Text) && phrase.Words.Count(w => char.IsUpper(w.Text[0])) > 1 && phrase.Words.SkipWhile(w => w.Tag == "DET").All(w => char.IsUpper(w.Text[0]) || w.Tag == "PUNCT");

    /// <summary>"This report" is the one just told of; "reports" are nobody's; a statement or a study is a document.</summary>
    private ResolvedSource OfDocument(Draft draft, NounPhrase phrase, SpeakerNoun? noun, int number, string printed)
    {
        var isReport = phrase.Head.Text.StartsWith("report", StringComparison.OrdinalIgnoreCase);
        if (phrase.IsDefinite && noun?.IsPlural != true)
        {
            var last = _told.Skip(_told.Count - MostNear).LastOrDefault(d => d.Teller.Kind is SourceKind.Outlet or SourceKind.Agency or SourceKind.Document && d.Sentence >= number - 4 && d != draft);
            if (last is not null && phrase.Words.Count <= 2) return last.Teller;
            return new ResolvedSource([WithoutArticle(printed)], SourceKind.Document, 1);
        }
        if (isReport && noun?.IsPlural == true) return new ResolvedSource([LowerFirst(WithoutArticle(printed))], SourceKind.Unspecified);
        return new ResolvedSource([WithoutArticle(printed)], SourceKind.Document, noun?.IsPlural == true ? null : 1);
    }

    private string LowerFirst(string name) =>
        reading.English.Gazetteer.Find(name.Split(' ')[0]) is not null || name.Skip(1).Take(1).Any(char.IsUpper) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string WithoutArticle(string name)
    {
        foreach (var article in new[] { "The ", "the ", "These ", "Those ", "This ", "these ", "this " })
        {
            if (name.StartsWith(article, StringComparison.Ordinal)) return name[article.Length..];
        }
        return name;
    }
}
