CREATE TABLE "grace"."calendar_feeds" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"created_by" uuid DEFAULT app.user_id(),
	"name" varchar(80) NOT NULL,
	"secret_hash" varchar(64) NOT NULL,
	"is_discreet" boolean NOT NULL,
	"content" text NOT NULL,
	"content_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_name_check" CHECK (btrim("grace"."calendar_feeds"."name") <> '')
);
ALTER TABLE "grace"."calendar_feeds" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."notice_settings" (
	"profile_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"wants_doses" boolean NOT NULL,
	"digest_time" varchar(5),
	"next_digest_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_settings_pkey" PRIMARY KEY("profile_id","user_id"),
	CONSTRAINT "notice_settings_digest_check" CHECK (("grace"."notice_settings"."digest_time" is null) = ("grace"."notice_settings"."next_digest_at" is null))
);
ALTER TABLE "grace"."notice_settings" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."notices" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" varchar(20) NOT NULL,
	"key" varchar(120) NOT NULL,
	"medication_id" uuid,
	"version_id" uuid,
	"local_date" date,
	"slot" varchar(12),
	"scheduled_at" timestamp with time zone,
	"step" smallint DEFAULT 0 NOT NULL,
	"caregiver_id" uuid,
	"on_day" date,
	"send_at" timestamp with time zone NOT NULL,
	"status" varchar(10) DEFAULT 'waiting' NOT NULL,
	"sent_at" timestamp with time zone,
	"pushed_to" uuid[] DEFAULT '{}' NOT NULL,
	"read_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_key_unique" UNIQUE("profile_id","user_id","key"),
	CONSTRAINT "notices_kind_check" CHECK ("grace"."notices"."kind" in ('dose_due', 'dose_open', 'refill_due', 'grant_ends')),
	CONSTRAINT "notices_status_check" CHECK ("grace"."notices"."status" in ('waiting', 'sent', 'cancelled')),
	CONSTRAINT "notices_dose_check" CHECK (num_nonnulls("grace"."notices"."version_id", "grace"."notices"."local_date", "grace"."notices"."slot", "grace"."notices"."scheduled_at") in (0, 4))
);
ALTER TABLE "grace"."notices" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."push_devices" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" varchar(100) NOT NULL,
	"auth" varchar(40) NOT NULL,
	"name" varchar(80) NOT NULL,
	"reached_at" timestamp with time zone,
	CONSTRAINT "push_devices_endpoint_unique" UNIQUE("user_id","endpoint"),
	CONSTRAINT "push_devices_endpoint_check" CHECK ("grace"."push_devices"."endpoint" like 'https://%' and length("grace"."push_devices"."endpoint") <= 1000)
);
ALTER TABLE "grace"."push_devices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."calendar_feeds" ADD CONSTRAINT "calendar_feeds_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."calendar_feeds" ADD CONSTRAINT "calendar_feeds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."notice_settings" ADD CONSTRAINT "notice_settings_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notice_settings" ADD CONSTRAINT "notice_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_medication_fk" FOREIGN KEY ("medication_id","profile_id") REFERENCES "grace"."medications"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_version_fk" FOREIGN KEY ("version_id","profile_id") REFERENCES "grace"."schedules"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notices" ADD CONSTRAINT "notices_caregiver_fk" FOREIGN KEY ("caregiver_id","profile_id") REFERENCES "grace"."caregivers"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."push_devices" ADD CONSTRAINT "push_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "calendar_feeds_profile_id_idx" ON "grace"."calendar_feeds" USING btree ("profile_id","id");
CREATE INDEX "calendar_feeds_created_by_idx" ON "grace"."calendar_feeds" USING btree ("created_by");
CREATE INDEX "notice_settings_user_id_idx" ON "grace"."notice_settings" USING btree ("user_id");
CREATE INDEX "notice_settings_next_digest_at_idx" ON "grace"."notice_settings" USING btree ("next_digest_at");
CREATE INDEX "notices_user_id_idx" ON "grace"."notices" USING btree ("user_id","send_at","id");
CREATE INDEX "notices_medication_id_idx" ON "grace"."notices" USING btree ("medication_id","profile_id");
CREATE INDEX "notices_version_id_idx" ON "grace"."notices" USING btree ("version_id","profile_id","local_date","slot");
CREATE INDEX "notices_caregiver_id_idx" ON "grace"."notices" USING btree ("caregiver_id","profile_id");
CREATE INDEX "notices_status_idx" ON "grace"."notices" USING btree ("status","send_at");
CREATE INDEX "notices_created_at_idx" ON "grace"."notices" USING btree ("created_at");
CREATE INDEX "push_devices_user_id_idx" ON "grace"."push_devices" USING btree ("user_id");
-- Whom a notice may tell: the holder and those whose grants stand, as far as the caller sees them.
create function grace.people_around(p_profile_id uuid) returns setof uuid
language sql stable
set search_path = ''
as $$
  select profile.user_id from grace.profiles as profile where profile.id = p_profile_id
  union all
  select caregiver.user_id from grace.caregivers as caregiver
  where caregiver.profile_id = p_profile_id
    and caregiver.ended_at is null and caregiver.starts_at <= now() and caregiver.ends_at > now()
$$;

-- The text of a calendar whose address somebody knows; nothing for any other address, or once it has been revoked.
create function grace.read_feed(p_id uuid, p_secret_hash text) returns text
language sql stable security definer
set search_path = ''
as $$
  select content from grace.calendar_feeds where id = p_id and secret_hash = p_secret_hash and revoked_at is null
$$;

revoke all on function grace.people_around(uuid), grace.read_feed(uuid, text) from public;
grant execute on function grace.people_around(uuid) to authenticated;
grant execute on function grace.read_feed(uuid, text) to anon;

CREATE POLICY "select_service" ON "grace"."profiles" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "select_held" ON "grace"."calendar_feeds" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."calendar_feeds"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_held" ON "grace"."calendar_feeds" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."calendar_feeds"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."calendar_feeds" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."calendar_feeds"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."calendar_feeds"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_by_address" ON "grace"."calendar_feeds" AS PERMISSIVE FOR SELECT TO "commons_owner" USING (true);
CREATE POLICY "select_mine" ON "grace"."notice_settings" AS PERMISSIVE FOR SELECT TO "authenticated" USING (("grace"."notice_settings"."user_id" = (select app.user_id()) and "grace"."notice_settings"."profile_id" = any (array(select grace.visible_profiles()))) or "grace"."notice_settings"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_mine" ON "grace"."notice_settings" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."notice_settings"."user_id" = (select app.user_id()) and "grace"."notice_settings"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "update_mine" ON "grace"."notice_settings" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."notice_settings"."user_id" = (select app.user_id()) and "grace"."notice_settings"."profile_id" = any (array(select grace.visible_profiles()))) WITH CHECK ("grace"."notice_settings"."user_id" = (select app.user_id()) and "grace"."notice_settings"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "select_service" ON "grace"."notice_settings" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "select_told" ON "grace"."notices" AS PERMISSIVE FOR SELECT TO "authenticated" USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view')))));
CREATE POLICY "insert_held" ON "grace"."notices" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."notices"."profile_id" = any (array(select grace.held_profiles())) and "grace"."notices"."user_id" = any (array(select grace.people_around("grace"."notices"."profile_id"))));
CREATE POLICY "update_mine" ON "grace"."notices" AS PERMISSIVE FOR UPDATE TO "authenticated" USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_service" ON "grace"."notices" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "delete_service" ON "grace"."notices" AS PERMISSIVE FOR DELETE TO "commons_service" USING ("grace"."notices"."created_at" < now() - interval '90 days');
CREATE POLICY "select_own" ON "grace"."push_devices" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."push_devices"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "grace"."push_devices" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."push_devices"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "grace"."push_devices" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."push_devices"."user_id" = (select app.user_id())) WITH CHECK ("grace"."push_devices"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "grace"."push_devices" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."push_devices"."user_id" = (select app.user_id()));
ALTER TABLE "grace"."calendar_feeds" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."notice_settings" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."notice_settings" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."notices" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."push_devices" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."push_devices" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "name", "secret_hash", "is_discreet", "content", "content_at"), UPDATE ("content", "content_at", "revoked_at") ON "grace"."calendar_feeds" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT, INSERT ("profile_id", "user_id", "wants_doses", "digest_time", "next_digest_at"), UPDATE ("wants_doses", "digest_time", "next_digest_at") ON "grace"."notice_settings" TO "authenticated";
GRANT SELECT ("profile_id", "user_id", "next_digest_at") ON "grace"."notice_settings" TO "commons_service";
GRANT SELECT, INSERT ("id", "profile_id", "user_id", "kind", "key", "medication_id", "version_id", "local_date", "slot", "scheduled_at", "step", "caregiver_id", "on_day", "send_at"), UPDATE ("status", "sent_at", "pushed_to", "read_at", "acknowledged_at") ON "grace"."notices" TO "authenticated";
GRANT SELECT ("id", "user_id", "status", "send_at", "created_at"), DELETE ON "grace"."notices" TO "commons_service";
REVOKE ALL ON "grace"."profiles" FROM "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "basis", "holder_name", "full_name", "preferred_name", "photo", "time_zone", "is_discreet", "is_plain"), UPDATE ("holder_name", "full_name", "preferred_name", "photo", "time_zone", "is_discreet", "is_plain", "version") ON "grace"."profiles" TO "authenticated";
GRANT SELECT ("id", "user_id") ON "grace"."profiles" TO "commons_service";
GRANT SELECT, INSERT ("id", "user_id", "endpoint", "p256dh", "auth", "name"), UPDATE ("p256dh", "auth", "name", "reached_at"), DELETE ON "grace"."push_devices" TO "authenticated";
