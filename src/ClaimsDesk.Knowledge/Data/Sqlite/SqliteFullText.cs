using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>The text index over claims: an FTS5 table that triggers keep in step with the claims, and what people type turned into its language.</summary>
internal static class SqliteFullText
{
    // External content: the words are stored once, in Claims. Accents are folded by the tokenizer (remove_diacritics 2).
    public const string Create = """
        CREATE VIRTUAL TABLE "ClaimText" USING fts5("Content", "ToldBy", content='Claims', content_rowid='Id', tokenize="unicode61 remove_diacritics 2");
        """;

    /// <summary>Made again by every migration that rebuilds the table Claims, because SQLite drops them with it.</summary>
    public const string CreateTriggers = """
        CREATE TRIGGER "ClaimText_Insert" AFTER INSERT ON "Claims" BEGIN
            INSERT INTO "ClaimText"(rowid, "Content", "ToldBy") VALUES (new."Id", new."Content", new."ToldBy");
        END;
        CREATE TRIGGER "ClaimText_Delete" AFTER DELETE ON "Claims" BEGIN
            INSERT INTO "ClaimText"("ClaimText", rowid, "Content", "ToldBy") VALUES ('delete', old."Id", old."Content", old."ToldBy");
        END;
        CREATE TRIGGER "ClaimText_Update" AFTER UPDATE OF "Content", "ToldBy" ON "Claims" BEGIN
            INSERT INTO "ClaimText"("ClaimText", rowid, "Content", "ToldBy") VALUES ('delete', old."Id", old."Content", old."ToldBy");
            INSERT INTO "ClaimText"(rowid, "Content", "ToldBy") VALUES (new."Id", new."Content", new."ToldBy");
        END;
        """;

    public const string Drop = """
        DROP TRIGGER "ClaimText_Insert";
        DROP TRIGGER "ClaimText_Delete";
        DROP TRIGGER "ClaimText_Update";
        DROP TABLE "ClaimText";
        """;

    /// <summary>Every term quoted, so that nothing typed is an operator; words in quotation marks stay a phrase.</summary>
    public static string Expression(string words)
    {
        var terms = SearchTerms.Of(words);
        return terms.Count == 0 ? "\"\"" : string.Join(' ', terms.Select(term => $"\"{term}\""));
    }
}
