namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The triggers that write down which claims changed (<see cref="Claims.ClaimChange"/>), a command at a time.</summary>
internal static class PostgresChanges
{
    public const string Create = """
        CREATE FUNCTION claim_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_TABLE_NAME = 'Claims' THEN
                INSERT INTO "ClaimChanges"("ClaimId") SELECT "Id" FROM changed;
            ELSE
                INSERT INTO "ClaimChanges"("ClaimId") SELECT DISTINCT "ClaimId" FROM changed;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER "ClaimChanges_Claim" AFTER UPDATE ON "Claims" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION claim_changed();
        CREATE TRIGGER "ClaimChanges_ClaimGone" AFTER DELETE ON "Claims" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION claim_changed();
        CREATE TRIGGER "ClaimChanges_Hop" AFTER UPDATE ON "ClaimHops" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION claim_changed();
        CREATE TRIGGER "ClaimChanges_Actor" AFTER UPDATE ON "ClaimActors" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION claim_changed();
        """;
}
