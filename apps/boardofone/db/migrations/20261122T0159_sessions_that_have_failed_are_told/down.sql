ALTER TABLE "boardofone"."notices" NO FORCE ROW LEVEL SECURITY;
DELETE FROM "boardofone"."notices" WHERE "kind" = 'failed';
ALTER TABLE "boardofone"."notices" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."notices" DROP CONSTRAINT "notices_kind_check";
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_kind_check" CHECK ("boardofone"."notices"."kind" in ('completed', 'paused', 'review_due'));
