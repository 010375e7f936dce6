ALTER TABLE "boardofone"."notices" DROP CONSTRAINT "notices_kind_check";
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_kind_check" CHECK ("boardofone"."notices"."kind" in ('completed', 'paused', 'failed', 'review_due'));
