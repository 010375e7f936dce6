ALTER TABLE "grace"."safety_alerts" ADD CONSTRAINT "safety_alerts_id_profile_id_unique" UNIQUE("id","profile_id");
ALTER TABLE "grace"."notices" DROP CONSTRAINT "notices_kind_check";
ALTER TABLE "grace"."notices" ADD COLUMN "alert_id" uuid;
ALTER TABLE "grace"."push_devices" ADD COLUMN "session_id" uuid;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_alert_fk" FOREIGN KEY ("alert_id","profile_id") REFERENCES "grace"."safety_alerts"("id","profile_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "notices_alert_id_idx" ON "grace"."notices" USING btree ("alert_id","profile_id");
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_kind_check" CHECK ("grace"."notices"."kind" in ('dose_due', 'dose_open', 'refill_due', 'grant_ends', 'safety_alert'));
REVOKE ALL ON "grace"."notices" FROM "authenticated";
REVOKE ALL ON "grace"."notices" FROM "commons_service";
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT, INSERT ("id", "profile_id", "user_id", "kind", "key", "medication_id", "version_id", "local_date", "slot", "scheduled_at", "step", "caregiver_id", "alert_id", "on_day", "send_at"), UPDATE ("status", "sent_at", "pushed_to", "read_at", "acknowledged_at") ON "grace"."notices" TO "authenticated";
GRANT SELECT ("id", "user_id", "status", "send_at", "created_at"), DELETE ON "grace"."notices" TO "commons_service";
REVOKE ALL ON "grace"."push_devices" FROM "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "endpoint", "p256dh", "auth", "session_id", "name"), UPDATE ("p256dh", "auth", "session_id", "name", "reached_at"), DELETE ON "grace"."push_devices" TO "authenticated";

-- Whether a session of the caller's stands; what is sent to a browser ends with its own. Requests have no right to sessions.
create function grace.session_stands(p_session_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$ select app.session_stands(p_session_id) $$;
revoke all on function grace.session_stands(uuid) from public;
grant execute on function grace.session_stands(uuid) to authenticated;
