ALTER TABLE "grace"."notice_settings" ADD COLUMN "hour_cycle" varchar(3) DEFAULT 'h23' NOT NULL;
ALTER TABLE "grace"."notice_settings" ADD CONSTRAINT "notice_settings_hour_cycle_check" CHECK ("grace"."notice_settings"."hour_cycle" in ('h12', 'h23'));
REVOKE ALL ON "grace"."notice_settings" FROM "authenticated";
REVOKE ALL ON "grace"."notice_settings" FROM "commons_service";
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT, INSERT ("profile_id", "user_id", "wants_doses", "digest_time", "hour_cycle", "next_digest_at"), UPDATE ("wants_doses", "digest_time", "hour_cycle", "next_digest_at") ON "grace"."notice_settings" TO "authenticated";
GRANT SELECT ("profile_id", "user_id", "next_digest_at") ON "grace"."notice_settings" TO "commons_service";
