CREATE TABLE "grace"."activities" (
	"id" varchar(40) PRIMARY KEY NOT NULL,
	"topic_id" varchar(40) NOT NULL,
	"title" varchar(60) NOT NULL,
	"invitation" varchar(200) NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "grace"."activities" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."chat_turns" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" varchar(10) NOT NULL,
	"kind" varchar(10) DEFAULT 'talk' NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"status" varchar(12) NOT NULL,
	"lease_expires_at" timestamp with time zone,
	"error_code" varchar(50),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_turns_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "chat_turns_position_unique" UNIQUE("session_id","profile_id","position"),
	CONSTRAINT "chat_turns_role_check" CHECK ("grace"."chat_turns"."role" in ('person', 'companion')),
	CONSTRAINT "chat_turns_kind_check" CHECK ("grace"."chat_turns"."kind" in ('talk', 'opening', 'dose', 'safety')),
	CONSTRAINT "chat_turns_status_check" CHECK ("grace"."chat_turns"."status" in ('streaming', 'complete', 'stopped', 'interrupted', 'error')),
	CONSTRAINT "chat_turns_choices_check" CHECK (cardinality("grace"."chat_turns"."choices") in (0, 2)),
	CONSTRAINT "chat_turns_lease_check" CHECK (("grace"."chat_turns"."status" = 'streaming') = ("grace"."chat_turns"."lease_expires_at" is not null)),
	CONSTRAINT "chat_turns_error_check" CHECK (("grace"."chat_turns"."status" = 'error') = ("grace"."chat_turns"."error_code" is not null))
);
ALTER TABLE "grace"."chat_turns" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."life_story_entries" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"text" varchar(600) NOT NULL,
	"people" text[] DEFAULT '{}' NOT NULL,
	"from_year" smallint,
	"to_year" smallint,
	"source" varchar(120) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "life_story_entries_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "life_story_entries_text_check" CHECK (btrim("grace"."life_story_entries"."text") <> ''),
	CONSTRAINT "life_story_entries_source_check" CHECK (btrim("grace"."life_story_entries"."source") <> ''),
	CONSTRAINT "life_story_entries_people_check" CHECK (cardinality("grace"."life_story_entries"."people") <= 12),
	CONSTRAINT "life_story_entries_years_check" CHECK ("grace"."life_story_entries"."from_year" >= 1850 and "grace"."life_story_entries"."to_year" >= "grace"."life_story_entries"."from_year")
);
ALTER TABLE "grace"."life_story_entries" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."safety_alerts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"kind" varchar(10) NOT NULL,
	"phrase" varchar(120) NOT NULL,
	"phrases_version" integer NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	"acknowledged_name" varchar(120),
	CONSTRAINT "safety_alerts_kind_check" CHECK ("grace"."safety_alerts"."kind" in ('emergency', 'fall', 'distress'))
);
ALTER TABLE "grace"."safety_alerts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."session_summaries" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"title" varchar(80) NOT NULL,
	"talked_from" timestamp with time zone NOT NULL,
	"talked_until" timestamp with time zone NOT NULL,
	"sentences" jsonb NOT NULL,
	"source" varchar(10) NOT NULL,
	"seen_at" timestamp with time zone,
	"shared_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_summaries_session_unique" UNIQUE("session_id","profile_id"),
	CONSTRAINT "session_summaries_source_check" CHECK ("grace"."session_summaries"."source" in ('extract', 'model')),
	CONSTRAINT "session_summaries_seen_first_check" CHECK ("grace"."session_summaries"."shared_at" is null or "grace"."session_summaries"."seen_at" <= "grace"."session_summaries"."shared_at")
);
ALTER TABLE "grace"."session_summaries" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."sessions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"topic_id" varchar(40),
	"title" varchar(80) NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "sessions_title_check" CHECK (btrim("grace"."sessions"."title") <> ''),
	CONSTRAINT "sessions_ended_check" CHECK ("grace"."sessions"."ended_at" >= "grace"."sessions"."started_at")
);
ALTER TABLE "grace"."sessions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."topic_preferences" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"topic_id" varchar(40),
	"words" varchar(60),
	"preference" varchar(10) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topic_preferences_topic_unique" UNIQUE("profile_id","topic_id"),
	CONSTRAINT "topic_preferences_words_unique" UNIQUE("profile_id","words"),
	CONSTRAINT "topic_preferences_preference_check" CHECK ("grace"."topic_preferences"."preference" in ('favourite', 'avoid')),
	CONSTRAINT "topic_preferences_subject_check" CHECK (num_nonnulls("grace"."topic_preferences"."topic_id", "grace"."topic_preferences"."words") = 1),
	CONSTRAINT "topic_preferences_words_check" CHECK (btrim("grace"."topic_preferences"."words") <> '')
);
ALTER TABLE "grace"."topic_preferences" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."topics" (
	"id" varchar(40) PRIMARY KEY NOT NULL,
	"title" varchar(60) NOT NULL,
	"keywords" text[] NOT NULL,
	"openers" text[] NOT NULL,
	"questions" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "grace"."topics" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."activities" ADD CONSTRAINT "activities_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "grace"."topics"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "grace"."chat_turns" ADD CONSTRAINT "chat_turns_session_fk" FOREIGN KEY ("session_id","profile_id") REFERENCES "grace"."sessions"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."life_story_entries" ADD CONSTRAINT "life_story_entries_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."safety_alerts" ADD CONSTRAINT "safety_alerts_acknowledged_by_users_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."safety_alerts" ADD CONSTRAINT "safety_alerts_turn_fk" FOREIGN KEY ("turn_id","profile_id") REFERENCES "grace"."chat_turns"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."session_summaries" ADD CONSTRAINT "session_summaries_session_fk" FOREIGN KEY ("session_id","profile_id") REFERENCES "grace"."sessions"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."sessions" ADD CONSTRAINT "sessions_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."sessions" ADD CONSTRAINT "sessions_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "grace"."topics"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "grace"."topic_preferences" ADD CONSTRAINT "topic_preferences_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."topic_preferences" ADD CONSTRAINT "topic_preferences_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "grace"."topics"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "activities_topic_id_idx" ON "grace"."activities" USING btree ("topic_id");
CREATE INDEX "chat_turns_profile_id_idx" ON "grace"."chat_turns" USING btree ("profile_id","created_at");
CREATE INDEX "chat_turns_streaming_idx" ON "grace"."chat_turns" USING btree ("profile_id") WHERE "grace"."chat_turns"."status" = 'streaming';
CREATE INDEX "life_story_entries_profile_id_idx" ON "grace"."life_story_entries" USING btree ("profile_id","from_year","id");
CREATE INDEX "safety_alerts_turn_id_idx" ON "grace"."safety_alerts" USING btree ("turn_id","profile_id");
CREATE INDEX "safety_alerts_profile_id_idx" ON "grace"."safety_alerts" USING btree ("profile_id","raised_at","id");
CREATE INDEX "safety_alerts_acknowledged_by_idx" ON "grace"."safety_alerts" USING btree ("acknowledged_by");
CREATE INDEX "session_summaries_profile_id_idx" ON "grace"."session_summaries" USING btree ("profile_id","talked_from","id");
CREATE INDEX "session_summaries_shared_at_idx" ON "grace"."session_summaries" USING btree ("shared_at");
CREATE UNIQUE INDEX "sessions_open_idx" ON "grace"."sessions" USING btree ("profile_id") WHERE "grace"."sessions"."ended_at" is null;
CREATE INDEX "sessions_profile_id_idx" ON "grace"."sessions" USING btree ("profile_id","started_at","id");
CREATE INDEX "sessions_topic_id_idx" ON "grace"."sessions" USING btree ("topic_id");
CREATE INDEX "topic_preferences_topic_id_idx" ON "grace"."topic_preferences" USING btree ("topic_id");
-- What the caller holds, and where a grant that stands reaches the level, whatever its scopes.
create function grace.profiles_at(p_level text) returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
declare
  levels constant text[] := array['view', 'log', 'manage'];
begin
  return query
    select profile.id from grace.profiles as profile where profile.user_id = (select app.user_id())
    union all
    select caregiver.profile_id from grace.caregivers as caregiver
    where caregiver.user_id = (select app.user_id())
      and caregiver.ended_at is null and caregiver.starts_at <= now() and caregiver.ends_at > now()
      and array_position(levels, caregiver.level::text) >= array_position(levels, p_level);
end
$$;

-- The first who sees to an alert is the one; who and when is not theirs to say.
create function grace.acknowledge_once() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if old.acknowledged_at is not null then return null; end if;
  new.acknowledged_at := now();
  new.acknowledged_by := app.user_id();
  return new;
end
$$;
create trigger acknowledge_once before update on grace.safety_alerts
  for each row when (new.acknowledged_name is distinct from old.acknowledged_name) execute function grace.acknowledge_once();

revoke all on function grace.profiles_at(text), grace.acknowledge_once() from public;
grant execute on function grace.profiles_at(text) to authenticated;

CREATE POLICY "select_signed_in" ON "grace"."activities" AS PERMISSIVE FOR SELECT TO "authenticated" USING ((select app.user_id()) is not null);
CREATE POLICY "select_service" ON "grace"."activities" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "grace"."activities" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "grace"."activities" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "select_opened" ON "grace"."chat_turns" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."chat_turns"."profile_id" = any (array(select grace.opened_profiles('chat_transcripts'))));
CREATE POLICY "insert_held" ON "grace"."chat_turns" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."chat_turns"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."chat_turns" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."chat_turns"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."chat_turns"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_held" ON "grace"."life_story_entries" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."life_story_entries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_held" ON "grace"."life_story_entries" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."life_story_entries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."life_story_entries" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."life_story_entries"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."life_story_entries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "delete_held" ON "grace"."life_story_entries" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."life_story_entries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_visible" ON "grace"."safety_alerts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."safety_alerts"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "insert_held" ON "grace"."safety_alerts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."safety_alerts"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_log" ON "grace"."safety_alerts" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."safety_alerts"."profile_id" = any (array(select grace.profiles_at('log')))) WITH CHECK ("grace"."safety_alerts"."profile_id" = any (array(select grace.profiles_at('log'))));
CREATE POLICY "select_shared" ON "grace"."session_summaries" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."session_summaries"."profile_id" = any (array(select grace.held_profiles())) or ("grace"."session_summaries"."profile_id" = any (array(select grace.opened_profiles('chat_summaries'))) and "grace"."session_summaries"."shared_at" is not null));
CREATE POLICY "insert_held" ON "grace"."session_summaries" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."session_summaries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."session_summaries" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."session_summaries"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."session_summaries"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_opened" ON "grace"."sessions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."sessions"."profile_id" = any (array(select grace.opened_profiles('chat_transcripts'))));
CREATE POLICY "insert_held" ON "grace"."sessions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."sessions"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."sessions" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."sessions"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."sessions"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_held" ON "grace"."topic_preferences" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."topic_preferences"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_held" ON "grace"."topic_preferences" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."topic_preferences"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."topic_preferences" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."topic_preferences"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."topic_preferences"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "delete_held" ON "grace"."topic_preferences" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."topic_preferences"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_signed_in" ON "grace"."topics" AS PERMISSIVE FOR SELECT TO "authenticated" USING ((select app.user_id()) is not null);
CREATE POLICY "select_service" ON "grace"."topics" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "grace"."topics" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "grace"."topics" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
ALTER TABLE "grace"."activities" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."activities" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."chat_turns" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."chat_turns" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."life_story_entries" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."life_story_entries" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."safety_alerts" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."session_summaries" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."sessions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."topic_preferences" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."topics" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."topics" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT ON "grace"."activities" TO "authenticated";
GRANT SELECT, INSERT ("id", "topic_id", "title", "invitation", "version"), UPDATE ("id", "topic_id", "title", "invitation", "version") ON "grace"."activities" TO "commons_service";
GRANT SELECT, INSERT ("id", "profile_id", "session_id", "position", "role", "kind", "content", "choices", "status", "lease_expires_at"), UPDATE ("content", "choices", "status", "lease_expires_at", "error_code") ON "grace"."chat_turns" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "text", "people", "from_year", "to_year", "source"), UPDATE ("text", "people", "from_year", "to_year", "source", "version"), DELETE ON "grace"."life_story_entries" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "turn_id", "kind", "phrase", "phrases_version"), UPDATE ("acknowledged_name") ON "grace"."safety_alerts" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "session_id", "title", "talked_from", "talked_until", "sentences", "source"), UPDATE ("seen_at", "shared_at") ON "grace"."session_summaries" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "topic_id", "title", "started_at"), UPDATE ("ended_at") ON "grace"."sessions" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "topic_id", "words", "preference"), UPDATE ("preference"), DELETE ON "grace"."topic_preferences" TO "authenticated";
GRANT SELECT ON "grace"."topics" TO "authenticated";
GRANT SELECT, INSERT ("id", "title", "keywords", "openers", "questions", "version"), UPDATE ("id", "title", "keywords", "openers", "questions", "version") ON "grace"."topics" TO "commons_service";
