ALTER TABLE "grace"."notice_settings" DROP CONSTRAINT "notice_settings_hour_cycle_check";
ALTER TABLE "grace"."notice_settings" DROP COLUMN "hour_cycle";
REVOKE ALL ON "grace"."notice_settings" FROM "authenticated";
REVOKE ALL ON "grace"."notice_settings" FROM "commons_service";
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT, INSERT ("profile_id", "user_id", "wants_doses", "digest_time", "next_digest_at"), UPDATE ("wants_doses", "digest_time", "next_digest_at") ON "grace"."notice_settings" TO "authenticated";
GRANT SELECT ("profile_id", "user_id", "next_digest_at") ON "grace"."notice_settings" TO "commons_service";
