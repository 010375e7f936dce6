ALTER TABLE "boardofone"."notices" DROP CONSTRAINT "notices_kind_check";
DROP INDEX "boardofone"."outcomes_remind_at_idx";
ALTER TABLE "boardofone"."outcomes" DROP COLUMN "remind_at";
-- Nobody could be told of these any more.
ALTER TABLE "boardofone"."notices" NO FORCE ROW LEVEL SECURITY;
DELETE FROM "boardofone"."notices" WHERE "kind" = 'review_due';
ALTER TABLE "boardofone"."notices" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_kind_check" CHECK ("boardofone"."notices"."kind" in ('completed', 'paused'));
DROP POLICY "select_service" ON "boardofone"."outcomes" CASCADE;
REVOKE ALL ON "boardofone"."outcomes" FROM "commons_service";
REVOKE ALL ON "boardofone"."outcomes" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "session_id", "option_id", "statement", "probability", "review_on"), UPDATE ("option_id", "statement", "probability", "review_on", "resolved_at", "has_happened", "note", "version") ON "boardofone"."outcomes" TO "authenticated";
