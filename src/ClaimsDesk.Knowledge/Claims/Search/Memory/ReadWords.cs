using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>The words of contents and tellers up to a claim, as they were read, and of the few whose text changed after that.</summary>
internal sealed class ReadWords
{
    private readonly WordIndex _contents = new(), _tellers = new();
    private readonly Dictionary<int, EditedText> _edited = [];

    // By these it is known that a change of a claim left its words alone, as grades do; at the index of the claim's key.
    private int[] _texts = [];

    /// <summary>Claims up to this one were read.</summary>
    public int Newest { get; set; }

    /// <summary>How many claims must be looked at one by one.</summary>
    public int Edited => _edited.Count;

    /// <summary>Adds a claim whose key is above those of all before it.</summary>
    public void Add(int claim, string content, string toldBy)
    {
        _contents.Add(claim, content);
        _tellers.Add(claim, toldBy);
        if (claim >= _texts.Length) Array.Resize(ref _texts, Mentions.Room(claim));
        _texts[claim] = HashCode.Combine(content, toldBy);
        Newest = claim;
    }

    /// <summary>Takes in what a claim says now.</summary>
    public void Change(int claim, string content, string toldBy)
    {
        if (_texts[claim] == HashCode.Combine(content, toldBy)) _edited.Remove(claim);
        else _edited[claim] = new EditedText([.. SearchWords.Of(content)], [.. SearchWords.Of(toldBy)]);
    }

    /// <summary>Gives back the room that was made for more.</summary>
    public void Trim()
    {
        _contents.Trim();
        _tellers.Trim();
    }

    /// <summary>The claims that have the words.</summary>
    public KeySet Find(SearchTerm term)
    {
        var claims = new KeySet(Newest);
        if (term.Field != SearchField.Teller) _contents.Find(term, claims);
        if (term.Field != SearchField.Content) _tellers.Find(term, claims);
        foreach (var (claim, text) in _edited)
        {
            if (text.Has(term)) claims.Add(claim);
            else claims.Remove(claim);
        }
        return claims;
    }

    private sealed record EditedText(List<SearchWord> Content, List<SearchWord> ToldBy)
    {
        public bool Has(SearchTerm term) =>
            (term.Field != SearchField.Teller && term.Marks(Content).Any()) || (term.Field != SearchField.Content && term.Marks(ToldBy).Any());
    }
}
