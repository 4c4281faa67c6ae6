using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Reads whom an article speaks of: names first, since the fullest decides, then descriptions in reading order.</summary>
internal sealed class CastReader(English english)
{
    private readonly NameFinder _names = new(english);
    private readonly Descriptions _descriptions = new(english);

    /// <summary>The cast of an article.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="sentences">The article's sentences, in reading order.</param>
    /// <param name="kinds">The block of each sentence.</param>
    /// <param name="home">The state the article is datelined from, where known: "the Defense Ministry" of a story from Helsinki is Finland's.</param>
    public Cast Read(SourceText text, IReadOnlyList<Sentence> sentences, IReadOnlyList<BlockKind> kinds, string? home)
    {
        var cast = new Cast();
        var found = sentences.Select(s => _names.Find(text, s)).ToList();
        var outlets = new OutletForms(english);
        foreach (var (names, sentence) in found.Zip(sentences)) outlets.Note(names.Select(n => (n, OneLine(text[n.Span]))), sentence);
        for (var i = 0; i < found.Count; i++)
            found[i] = found[i].ConvertAll(n => n.Known is null && outlets.IsAgency(OneLine(text[n.Span])) is not null ? n with { Kind = ActorKind.Outlet } : n);
        var acronyms = LocalAcronyms.Of(text, sentences);
        for (var i = 0; i < found.Count; i++)
            found[i] = found[i].ConvertAll(n => n.Known is { Use: NameUse.Name } known && acronyms.TryGetValue(text[n.Span], out var words) && english.Gazetteer.Find(words)?.Canonical != known.Canonical ? n with { Known = null, Kind = ActorKind.Organisation } : n);
        var people = new PersonClusters(english, text);
        var things = new NamedThings();
        foreach (var (names, sentence) in found.Zip(sentences)) people.AddFullNames(names, sentence);
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var name in found[i])
            {
                if (IsMaker(name, sentences[i], people)) continue;
                var isPerson = name.Kind == ActorKind.Person || (name.Known is null && people.Knows(name));
                var referent = isPerson ? people.Of(name, cast) : Thing(text, name, cast, things, outlets);
                if (referent is not null) AddMention(cast, sentences[i], i, name, referent);
            }
        }
        foreach (var mention in cast.Mentions.Where(m => m.Who.IsPerson).ToList()) RolesOf(text, sentences[mention.Sentence], mention, cast);
        _descriptions.Read(text, sentences, kinds, cast, home);
        return cast;
    }

    /// <summary>"Cessna jets": a name that only says what sort of thing it is, and is nobody's elsewhere.</summary>
    private static bool IsMaker(FoundName name, Sentence sentence, PersonClusters people) =>
        name is { Kind: ActorKind.Person, Known: null } && sentence.HeadWordOf(name.Span)?.Relation == "compound" && !people.Knows(name)
        && sentence.WordsIn(name.Span).Count() == 1;

    private static void AddMention(Cast cast, Sentence sentence, int number, FoundName name, Referent referent)
    {
        var head = sentence.HeadWordOf(name.Span);
        if (head is null) return;
        cast.Add(new Mention(name.Span, number, head, referent, head.Relation is "nsubj" or "csubj", name.Known?.Use ?? NameUse.Name));
    }

    private Referent? Thing(SourceText text, FoundName name, Cast cast, NamedThings things, OutletForms outlets)
    {
        var printed = OneLine(text[name.Span]);
        if (name.Known is { } known)
        {
            var state = known.Kind == ActorKind.State ? known.Canonical : known.BelongsTo.Length > 0 ? known.BelongsTo : null;
            var referent = things.Called(known.Canonical).FirstOrDefault(r => r.Kind == known.Kind && r.Name == known.Canonical)
                ?? things.Add(cast.Add(new Referent(known.Canonical, known.Kind) { IsAgency = known.IsAgency, State = state }));
            if (known.Use != NameUse.People) things.AlsoCalled(referent, printed, keep: true);
            return referent;
        }
        var same = things.Like(printed).FirstOrDefault(r => r.Kind is ActorKind.Organisation or ActorKind.Place or ActorKind.ArmedGroup or ActorKind.Outlet
            && r.Names.Any(n => NamedThings.AreSame(n, printed) || (IsBody(r.Kind) && IsBody(name.Kind) && NamedThings.IsOneBeginning(n, printed))));
        if (same is null) return things.Add(cast.Add(new Referent(printed, name.Kind) { IsAgency = outlets.IsAgency(printed) == true }));
        things.AlsoCalled(same, printed, keep: english.Gazetteer.Find(same.Name) is not null);
        return same;
    }

    private static bool IsBody(ActorKind kind) => kind is ActorKind.Organisation or ActorKind.Outlet;

    /// <summary>What stands before and after a person's name tells what he is and whom he serves.</summary>
    private void RolesOf(SourceText text, Sentence sentence, Mention mention, Cast cast)
    {
        var first = sentence.WordsIn(mention.Span).First().Index;
        var start = first;
        while (start > 0 && IsRoleWord(sentence.Words[start - 1])) start--;
        while (start < first && sentence.Words[start].Tag is "DET" or "PUNCT" or "CCONJ" or "ADP") start++;
        if (start < first) AddRole(text, new TextSpan(sentence.Words[start].Span.Start, sentence.Words[first - 1].Span.End), mention.Who, cast);
        foreach (var apposition in sentence.SubtreeOf(mention.Head).Where(w => w.Relation == "appos" && w.Head == mention.Head.Index && w.Index > mention.Head.Index && w.Name == "O"))
        {
            if (english.Speakers.ClassOf(apposition.Text) == SpeakerClass.None) continue;
            AddRole(text, NounPhrase.Around(sentence, apposition).Span, mention.Who, cast);
        }
    }

    private bool IsRoleWord(Word word) =>
        word.Tag is "ADJ" or "NOUN" or "PROPN" && !word.Name.EndsWith("PER", StringComparison.Ordinal) || word.Text is "'s" or "’s" or "-" or "." || english.Speakers.IsTitle(word.Text) || IsOfInTitle(word);

    /// <summary>"Secretary of State", "Minister of Defense".</summary>
    private static bool IsOfInTitle(Word word) => word.Text is "of" && word.Name == "O" && word.Tag == "ADP" && word.Relation == "case";

    private void AddRole(SourceText text, TextSpan span, Referent person, Cast cast)
    {
        var role = OneLine(text[span]);
        foreach (var word in role.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var gender = english.Speakers.GenderOfTitle(word) is var g && g != Gender.Unknown ? g : english.Speakers.Find(word)?.Gender ?? Gender.Unknown;
            if (person.Gender == Gender.Unknown) person.Gender = gender;
        }
        if (!role.Split(' ').Any(w => english.Speakers.IsTitle(w) || english.Speakers.ClassOf(w) != SpeakerClass.None)) return;
        person.PlaysRole(role);
        person.State ??= cast.In(span).Select(m => m.Who.Kind == ActorKind.State ? m.Who.Name : m.Who.State).FirstOrDefault(s => s is not null);
    }

    /// <summary>A name as it reads on one line.</summary>
    public static string OneLine(string printed) => string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
