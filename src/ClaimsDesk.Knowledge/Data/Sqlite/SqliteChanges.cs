namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>The triggers that write down which claims changed (<see cref="Claims.ClaimChange"/>).</summary>
internal static class SqliteChanges
{
    public const string CreateTriggers = """
        CREATE TRIGGER "ClaimChanges_Claim" AFTER UPDATE OF "ArticleId", "Position", "SourceId", "SourceKind", "Act", "Quote", "Negated", "Hedged", "OutletId",
            "Reliability", "Credibility", "Status", "Review", "SaidFirst", "SaidLast", "EventFirst", "EventLast", "Published",
            "Confidence", "Content", "ToldBy", "Context" ON "Claims" BEGIN
            INSERT INTO "ClaimChanges"("ClaimId") VALUES (new."Id");
        END;
        CREATE TRIGGER "ClaimChanges_ClaimGone" AFTER DELETE ON "Claims" BEGIN
            INSERT INTO "ClaimChanges"("ClaimId") VALUES (old."Id");
        END;
        CREATE TRIGGER "ClaimChanges_Hop" AFTER UPDATE OF "SourceId" ON "ClaimHops" BEGIN
            INSERT INTO "ClaimChanges"("ClaimId") VALUES (new."ClaimId");
        END;
        CREATE TRIGGER "ClaimChanges_Actor" AFTER UPDATE OF "ActorId" ON "ClaimActors" BEGIN
            INSERT INTO "ClaimChanges"("ClaimId") VALUES (new."ClaimId");
        END;
        """;

    public const string DropTriggers = """
        DROP TRIGGER IF EXISTS "ClaimChanges_Claim";
        DROP TRIGGER IF EXISTS "ClaimChanges_ClaimGone";
        DROP TRIGGER IF EXISTS "ClaimChanges_Hop";
        DROP TRIGGER IF EXISTS "ClaimChanges_Actor";
        """;
}
