namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>Reads a query: <c>any := all (OR all)*</c>, <c>all := one (AND? one)*</c>, <c>one := NOT one | field:? (phrase | word | ( any ))</c>.</summary>
internal sealed class SearchParser(string text)
{
    // Deeper nesting is no question that a person asks, and would exhaust the stack.
    private const int Deepest = 50, MostTerms = 200;

    private readonly List<Token> _tokens = [.. Cut(text)];
    private int _next;
    private int _terms;
    private string? _problem;

    private enum Kind { Word, Phrase, Open, Close, And, Or, Not, Field }

    private sealed record Token(Kind Kind, string Text);

    public (SearchNode? Root, string? Problem) Read()
    {
        var root = Any(SearchField.Claim, 0);
        if (_problem is null && _next < _tokens.Count) _problem = "A parenthesis is closed that was not opened.";
        if (_problem is null && root is null) _problem = "There is no word to look for.";
        return _problem is null ? (root, null) : (null, _problem);
    }

    private SearchNode? Any(SearchField field, int depth)
    {
        var parts = new List<SearchNode>();
        while (true)
        {
            var part = All(field, depth);
            if (_problem is not null) return null;
            if (part is not null) parts.Add(part);
            if (!Is(Kind.Or)) return parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : new SearchAny(parts);
            if (part is null) return Fail("OR needs words before it.");
            _next++;
            if (AtEnd) return Fail("OR needs words after it.");
        }
    }

    private SearchNode? All(SearchField field, int depth)
    {
        var parts = new List<SearchNode>();
        while (!AtEnd && !Is(Kind.Or))
        {
            if (Is(Kind.And))
            {
                if (parts.Count == 0) return Fail("AND needs words before it.");
                _next++;
                if (AtEnd || Is(Kind.Or) || Is(Kind.And)) return Fail("AND needs words after it.");
            }
            var part = One(field, depth);
            if (_problem is not null) return null;
            if (part is not null) parts.Add(part);
        }
        return parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : new SearchAll(parts);
    }

    private SearchNode? One(SearchField field, int depth)
    {
        if (depth > Deepest) return Fail("The parentheses are nested too deep.");
        var token = _tokens[_next++];
        switch (token.Kind)
        {
            case Kind.Not:
                if (AtEnd || Is(Kind.Or) || Is(Kind.And)) return Fail("NOT needs words after it.");
                return One(field, depth + 1) is { } part ? new SearchNot(part) : null;
            case Kind.Field:
                if (AtEnd || Is(Kind.Or) || Is(Kind.And) || Is(Kind.Not)) return Fail($"{token.Text}: needs words after it.");
                return One(Enum.Parse<SearchField>(token.Text, ignoreCase: true), depth + 1);
            case Kind.Open:
                var inside = Any(field, depth + 1);
                if (_problem is not null) return null;
                if (!Is(Kind.Close)) return Fail("A parenthesis is not closed.");
                _next++;
                return inside;
            default:
                return Term(field, token);
        }
    }

    // Words of punctuation alone are passed over: no text holds them.
    private SearchTerm? Term(SearchField field, Token token)
    {
        if (++_terms > MostTerms)
        {
            _problem = $"There are more than {MostTerms} words to look for.";
            return null;
        }
        var words = SearchWords.Of(token.Text).Select(word => word.Folded).ToList();
        return words.Count == 0 ? null : new SearchTerm(field, words, token.Text.EndsWith('*'));
    }

    private bool AtEnd => _next >= _tokens.Count || _tokens[_next].Kind == Kind.Close;

    private bool Is(Kind kind) => _next < _tokens.Count && _tokens[_next].Kind == kind;

    private SearchNode? Fail(string problem)
    {
        _problem = problem;
        return null;
    }

    // A quotation mark that is not closed reaches to the end: it is still being typed.
    private static IEnumerable<Token> Cut(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == '\0')
            {
                i++;
            }
            else if (text[i] is '(' or ')')
            {
                yield return new Token(text[i++] == '(' ? Kind.Open : Kind.Close, "");
            }
            else if (IsQuote(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && !IsQuote(text[end])) end++;
                var star = end + 1 < text.Length && text[end + 1] == '*' ? 1 : 0;
                yield return new Token(Kind.Phrase, text[(i + 1)..end] + (star > 0 ? "*" : ""));
                i = Math.Min(text.Length, end + 1 + star);
            }
            else
            {
                var end = i;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '\0') && !IsQuote(text[end])) end++;
                foreach (var token in Word(text[i..end])) yield return token;
                i = end;
            }
        }
    }

    private static IEnumerable<Token> Word(string word)
    {
        switch (word)
        {
            case "AND":
                return [new Token(Kind.And, word)];
            case "OR":
                return [new Token(Kind.Or, word)];
            case "NOT":
                return [new Token(Kind.Not, word)];
        }
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Fields.Contains(word[..colon])) return [new Token(Kind.Word, word)];
        var field = new Token(Kind.Field, word[..colon]);
        return colon == word.Length - 1 ? [field] : [field, new Token(Kind.Word, word[(colon + 1)..])];
    }

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal) { "content", "teller", "context", "article" };

    private static bool IsQuote(char c) => c is '"' or '“' or '”';
}
