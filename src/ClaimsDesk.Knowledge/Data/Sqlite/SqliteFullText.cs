using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.Data.Sqlite;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>
/// The text indexes over claims and articles: FTS5 tables that triggers keep in step. They hold no text, only which folded words
/// (<see cref="SearchWords"/>) stand where; the triggers fold by functions that every connection of this program has, so a program that
/// lacks them can't store claims past the index.
/// </summary>
internal static class SqliteFullText
{
    // "ascii" cuts at blanks and leaves everything else as it is: the words come cut and folded.
    public const string CreateTables = """
        CREATE VIRTUAL TABLE "ClaimText" USING fts5("Content", "ToldBy", "Context", content='', contentless_delete=1, tokenize='ascii');
        CREATE VIRTUAL TABLE "ArticleText" USING fts5("Title", "Text", content='', contentless_delete=1, tokenize='ascii');
        """;

    /// <summary>Made again by every migration that rebuilds the table Claims or Articles, because SQLite drops them with it.</summary>
    public const string CreateTriggers = """
        CREATE TRIGGER "ClaimText_Insert" AFTER INSERT ON "Claims" BEGIN
            INSERT INTO "ClaimText"(rowid, "Content", "ToldBy", "Context")
            VALUES (new."Id", search_words(new."Content"), search_words(new."ToldBy"), search_words(new."Context"));
        END;
        CREATE TRIGGER "ClaimText_Delete" AFTER DELETE ON "Claims" BEGIN
            DELETE FROM "ClaimText" WHERE rowid = old."Id";
        END;
        CREATE TRIGGER "ClaimText_Update" AFTER UPDATE OF "Content", "ToldBy", "Context" ON "Claims" BEGIN
            DELETE FROM "ClaimText" WHERE rowid = old."Id";
            INSERT INTO "ClaimText"(rowid, "Content", "ToldBy", "Context")
            VALUES (new."Id", search_words(new."Content"), search_words(new."ToldBy"), search_words(new."Context"));
        END;
        CREATE TRIGGER "ArticleText_Insert" AFTER INSERT ON "Articles" BEGIN
            INSERT INTO "ArticleText"(rowid, "Title", "Text")
            SELECT new."Id", search_words(new."Title"), search_words_within(f."Text", new."Body") FROM "SourceFiles" f WHERE f."Id" = new."SourceFileId";
        END;
        CREATE TRIGGER "ArticleText_Delete" AFTER DELETE ON "Articles" BEGIN
            DELETE FROM "ArticleText" WHERE rowid = old."Id";
        END;
        CREATE TRIGGER "ArticleText_Update" AFTER UPDATE OF "Title" ON "Articles" BEGIN
            DELETE FROM "ArticleText" WHERE rowid = old."Id";
            INSERT INTO "ArticleText"(rowid, "Title", "Text")
            SELECT new."Id", search_words(new."Title"), search_words_within(f."Text", new."Body") FROM "SourceFiles" f WHERE f."Id" = new."SourceFileId";
        END;
        """;

    public const string DropTriggers = """
        DROP TRIGGER IF EXISTS "ClaimText_Insert";
        DROP TRIGGER IF EXISTS "ClaimText_Delete";
        DROP TRIGGER IF EXISTS "ClaimText_Update";
        DROP TRIGGER IF EXISTS "ArticleText_Insert";
        DROP TRIGGER IF EXISTS "ArticleText_Delete";
        DROP TRIGGER IF EXISTS "ArticleText_Update";
        """;

    /// <summary>Indexes what is there already.</summary>
    public const string Fill = """
        INSERT INTO "ClaimText"(rowid, "Content", "ToldBy", "Context")
        SELECT "Id", search_words("Content"), search_words("ToldBy"), search_words("Context") FROM "Claims";
        INSERT INTO "ArticleText"(rowid, "Title", "Text")
        SELECT a."Id", search_words(a."Title"), search_words_within(f."Text", a."Body") FROM "Articles" a JOIN "SourceFiles" f ON f."Id" = a."SourceFileId";
        """;

    /// <summary>Gives a connection the functions that the triggers call.</summary>
    public static void AddFunctions(SqliteConnection connection)
    {
        connection.CreateFunction<string?, string>("search_words", Words, isDeterministic: true);
        connection.CreateFunction<string, string, string>("search_words_within", WordsWithin, isDeterministic: true);
    }

    /// <summary>The query in the language of FTS5.</summary>
    public static string Expression(SearchNode node) => node switch
    {
        SearchTerm term => $"{Columns(term.Field)}\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : "")}",
        SearchAny any => $"({string.Join(" OR ", any.Parts.Select(Expression))})",
        SearchAll all => All(all),
        SearchNot { Part: SearchNot twice } => Expression(twice.Part),
        _ => throw new InvalidOperationException("FTS5 can't list what lacks a word."),
    };

    // NOT stands between two parts: what is wanted, and what is not.
    private static string All(SearchAll all)
    {
        var wanted = string.Join(" AND ", all.Parts.Where(p => !p.IsNegative).Select(Expression));
        var excluded = all.Parts.Where(p => p.IsNegative).Select(Excluded).ToList();
        return excluded.Count == 0 ? $"({wanted})" : $"(({wanted}) NOT ({string.Join(" OR ", excluded)}))";
    }

    private static string Excluded(SearchNode negative) => negative switch
    {
        SearchNot not => Expression(not.Part),
        SearchAll all => $"({string.Join(" OR ", all.Parts.Select(Excluded))})",
        // Not (a, or lacking b): has b and not a.
        SearchAny any => Expression(new SearchAll([.. any.Parts.Select(part => new SearchNot(part))])),
        _ => throw new InvalidOperationException("It is not negative."),
    };

    private static string Columns(SearchField field) => field switch
    {
        SearchField.Content => "\"Content\" : ",
        SearchField.Teller => "\"ToldBy\" : ",
        SearchField.Context => "\"Context\" : ",
        SearchField.Claim => "{\"Content\" \"ToldBy\"} : ",
        _ => "",
    };

    private static string Words(string? text) => text is null ? "" : SearchWords.Line(text);

    private static string WordsWithin(string text, string span) => SearchWords.Line(Spans.Read(span).Of(text));
}
