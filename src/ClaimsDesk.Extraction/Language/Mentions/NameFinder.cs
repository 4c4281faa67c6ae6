using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A name in a sentence, before it is decided whose it is.</summary>
/// <param name="Span">The name without title and without 's.</param>
/// <param name="Kind">What sort of thing it seems to be.</param>
/// <param name="Known">What the lists say it is; null for a name they do not have.</param>
internal sealed record FoundName(TextSpan Span, ActorKind Kind, KnownName? Known);

/// <summary>Finds names: those of the lists, and those that the model labels.</summary>
internal sealed class NameFinder(English english)
{
    /// <summary>The names of a sentence in order; none overlaps another.</summary>
    public List<FoundName> Find(SourceText text, Sentence sentence)
    {
        var found = new List<FoundName>();
        var words = sentence.Words;
        for (var i = 0; i < words.Count;)
        {
            var labelled = LabelledRun(sentence, i);
            var name = Listed(text, sentence, i, labelled) ?? Labelled(text, sentence, i, labelled);
            if (name is null) { i++; continue; }
            found.Add(name);
            while (i < words.Count && words[i].Span.Start < name.Span.End) i++;
        }
        return found;
    }

    private FoundName? Listed(SourceText text, Sentence sentence, int at, (int End, string Type) labelled)
    {
        var word = sentence.Words[at];
        if (!english.Gazetteer.TryMatch(text.Value, word.Span.Start, sentence.Span.End, out var known, out var span)) return null;
        if (labelled.End > at)
        {
            var labelledEnd = sentence.Words[labelled.End - 1].Span.End;
            // "Jordan Smith", "Helsinki International Airport": the known name is only the beginning of another's.
            if (labelledEnd > span.End && (labelled.Type == "PER" || known.Use != NameUse.People) && !OnlyPossessive(sentence, span, labelledEnd) && known.Kind is ActorKind.State) return null;
        }
        if (known.Kind == ActorKind.Outlet && !IsCapitalisedName(text[span])) return null;
        var kind = known.Use == NameUse.Seat && labelled.Type == "PER" ? ActorKind.Person : known.Kind;
        return kind == ActorKind.Person ? null : new FoundName(span, kind, known);
    }

    private static bool OnlyPossessive(Sentence sentence, TextSpan span, int end) =>
        sentence.WordsIn(new TextSpan(span.End, end)).All(w => w.Text is "'s" or "’s" or "'" or "’");

    private static bool IsCapitalisedName(string name) => name.Any(char.IsUpper);

    /// <summary>The run of words with one name label that starts at a word: where it ends and of which type; it ends where it starts when there is none.</summary>
    private static (int End, string Type) LabelledRun(Sentence sentence, int at)
    {
        var label = sentence.Words[at].Name;
        if (label.Length < 3 || !sentence.Words[at].Text.Any(char.IsLetter)) return (at, "");
        var type = label[2..];
        var end = at + 1;
        while (end < sentence.Words.Count && sentence.Words[end].Name == "I-" + type) end++;
        return (end, type);
    }

    private FoundName? Labelled(SourceText text, Sentence sentence, int at, (int End, string Type) labelled)
    {
        if (labelled.Type.Length == 0) return null;
        var (first, last) = (at, labelled.End - 1);
        while (first < last && IsNoPartOfName(sentence.Words[first], labelled.Type)) first++;
        while (last > first && sentence.Words[last].Text is "'s" or "’s" or "'" or "’" or "," or "." or "-" or ")" or "”" or "\"") last--;
        // "Al-Wadi", "al-Khalil": the tree's words part at the hyphen, names do not.
        while (last + 2 < sentence.Words.Count && sentence.Words[last + 1].Text == "-" && sentence.Words[last + 1].Span.Start == sentence.Words[last].Span.End
            && sentence.Words[last + 2].Span.Start == sentence.Words[last + 1].Span.End && sentence.Words[last + 2].Tag == "PROPN") last += 2;
        // "Nova TV", of which the label holds only "Nova".
        if (last + 1 < sentence.Words.Count && sentence.Words[last + 1] is { Tag: "PROPN" } station && english.Is("station", station.Text) && char.IsUpper(station.Text[0])) last++;
        var span = new TextSpan(sentence.Words[first].Span.Start, sentence.Words[last].Span.End);
        if (!text[span].Any(char.IsUpper) || IsBodyOfState(sentence, first, last) || (first == last && labelled.Type != "PER" && IsMonth(sentence, first))) return null;
        if (first == last && (english.Speakers.IsTitle(text[span]) || english.Speakers.ClassOf(text[span]) != SpeakerClass.None) && !IsSurname(sentence, sentence.Words[first], labelled.Type)) return null;
        var kind = labelled.Type switch { "PER" => ActorKind.Person, "LOC" => ActorKind.Place, _ => ActorKind.Organisation };
        if (kind == ActorKind.Organisation && english.Gazetteer.IsForename(sentence.Words[first].Text, out _) && last > first && english.Speakers.ClassOf(sentence.Words[last].Text) == SpeakerClass.None)
            kind = ActorKind.Person;
        if (kind == ActorKind.Organisation && (english.Is("masthead", sentence.Words[last].Text) || english.Is("masthead", sentence.Words[first].Text) && last > first)) kind = ActorKind.Outlet;
        return new FoundName(span, kind, null);
    }

    /// <summary>"will close in May": a month after a preposition is no place of that name.</summary>
    private static bool IsMonth(Sentence sentence, int at) => at > 0 && sentence.Words[at - 1].Tag == "ADP" && CalendarDates.IsMonth(sentence.Words[at].Text);

    /// <summary>"Denmark's Defense Ministry": a body that is named by its state and its trade has no name of its own.</summary>
    private bool IsBodyOfState(Sentence sentence, int first, int last) =>
        first > 1 && sentence.Words[first - 1].Text is "'s" or "’s" && english.Gazetteer.Find(sentence.Words[first - 2].Text)?.Kind == ActorKind.State
        && sentence.Words[last].Text.Equals("Ministry", StringComparison.OrdinalIgnoreCase);

    /// <summary>"King asked": a title without "the" and without a name after it is somebody's name.</summary>
    private static bool IsSurname(Sentence sentence, Word word, string type) =>
        type == "PER" && word is { Tag: "PROPN", Relation: "nsubj" } && !sentence.ChildrenOf(word).Any(c => c.Index < word.Index)
        && word.Text.Skip(1).All(char.IsLower);

    private bool IsNoPartOfName(Word word, string type) =>
        word.Tag is "DET" or "PUNCT" || (type == "PER" && (english.Speakers.IsTitle(word.Text) || english.Gazetteer.Find(word.Text)?.Use == NameUse.People));
}
