DROP POLICY "select_own" ON "boardofone"."notices" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."notices" CASCADE;
DROP POLICY "update_own" ON "boardofone"."notices" CASCADE;
DROP TABLE "boardofone"."notices" CASCADE;
ALTER TABLE "boardofone"."accounts" DROP COLUMN "has_mails";
REVOKE ALL ON "boardofone"."accounts" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "consent_at"), UPDATE ("consent_at") ON "boardofone"."accounts" TO "authenticated";
