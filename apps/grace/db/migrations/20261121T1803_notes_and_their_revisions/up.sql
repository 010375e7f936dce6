CREATE TABLE "grace"."note_revisions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"note_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"category" varchar(10) NOT NULL,
	"body" text NOT NULL,
	"is_private" boolean NOT NULL,
	"is_error" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shared_profile_id" uuid GENERATED ALWAYS AS (case when is_private then null else profile_id end) STORED,
	CONSTRAINT "note_revisions_version_unique" UNIQUE("note_id","profile_id","version")
);
ALTER TABLE "grace"."note_revisions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."notes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"author_id" uuid,
	"author_name" varchar(120) DEFAULT '' NOT NULL,
	"category" varchar(10) DEFAULT 'general' NOT NULL,
	"body" text NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"is_error" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shared_profile_id" uuid GENERATED ALWAYS AS (case when is_private then null else profile_id end) STORED,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, body)) STORED,
	CONSTRAINT "notes_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "notes_category_check" CHECK ("grace"."notes"."category" in ('general', 'symptom', 'mood', 'food', 'sleep', 'visit')),
	CONSTRAINT "notes_body_check" CHECK (btrim("grace"."notes"."body") <> '' and length("grace"."notes"."body") <= 10000)
);
ALTER TABLE "grace"."notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."note_revisions" ADD CONSTRAINT "note_revisions_note_fk" FOREIGN KEY ("note_id","profile_id") REFERENCES "grace"."notes"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notes" ADD CONSTRAINT "notes_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "note_revisions_profile_id_idx" ON "grace"."note_revisions" USING btree ("profile_id");
CREATE INDEX "note_revisions_shared_profile_id_idx" ON "grace"."note_revisions" USING btree ("shared_profile_id");
CREATE INDEX "notes_profile_id_idx" ON "grace"."notes" USING btree ("profile_id","is_pinned","id");
CREATE INDEX "notes_shared_profile_id_idx" ON "grace"."notes" USING btree ("shared_profile_id");
CREATE INDEX "notes_author_id_idx" ON "grace"."notes" USING btree ("author_id");
CREATE POLICY "select_readable" ON "grace"."note_revisions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."note_revisions"."profile_id" = any (array(select grace.held_profiles())) or "grace"."note_revisions"."shared_profile_id" = any (array(select grace.opened_profiles('notes'))));
CREATE POLICY "select_kept" ON "grace"."note_revisions" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."note_revisions"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "insert_kept" ON "grace"."note_revisions" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."note_revisions"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "update_kept" ON "grace"."note_revisions" AS PERMISSIVE FOR UPDATE TO "commons_owner" USING ("grace"."note_revisions"."profile_id" = any (array(select grace.visible_profiles()))) WITH CHECK (true);
CREATE POLICY "select_readable" ON "grace"."notes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."notes"."profile_id" = any (array(select grace.held_profiles())) or "grace"."notes"."shared_profile_id" = any (array(select grace.opened_profiles('notes'))) or ("grace"."notes"."author_id" = (select app.user_id()) and "grace"."notes"."shared_profile_id" = any (array(select grace.profiles_within('notes', 'view')))));
CREATE POLICY "insert_author" ON "grace"."notes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."notes"."author_id" = (select app.user_id()) and ("grace"."notes"."profile_id" = any (array(select grace.held_profiles())) or "grace"."notes"."shared_profile_id" = any (array(select grace.profiles_within('notes', 'log')))));
CREATE POLICY "update_log" ON "grace"."notes" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."notes"."profile_id" = any (array(select grace.held_profiles())) or "grace"."notes"."shared_profile_id" = any (array(select grace.profiles_within('notes', 'log')))) WITH CHECK ("grace"."notes"."profile_id" = any (array(select grace.held_profiles())) or "grace"."notes"."shared_profile_id" = any (array(select grace.profiles_within('notes', 'log'))));
ALTER TABLE "grace"."note_revisions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."notes" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."notes" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT ON "grace"."note_revisions" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "author_id", "category", "body", "is_pinned", "is_private"), UPDATE ("category", "body", "is_pinned", "is_private", "is_error") ON "grace"."notes" TO "authenticated";

-- Who wrote a note is who adds it, named as the others know them.
create function grace.sign_note() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.author_name := coalesce(
    (select profile.holder_name from grace.profiles as profile where profile.id = new.profile_id and profile.user_id = (select app.user_id())),
    (select caregiver.name from grace.caregivers as caregiver
     where caregiver.profile_id = new.profile_id and caregiver.user_id = (select app.user_id()) and caregiver.ended_at is null),
    new.author_name);
  return new;
end
$$;
create trigger sign_note before insert on grace.notes for each row execute function grace.sign_note();

-- The words are the author's; whoever else may update the note pins it and no more.
create function grace.keep_words() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if (new.body, new.category, new.is_private, new.is_error) is distinct from (old.body, old.category, old.is_private, old.is_error) then
    if old.author_id is distinct from (select app.user_id()) then
      raise exception 'only its author changes a note' using errcode = 'insufficient_privilege';
    end if;
    new.version := old.version + 1;
  end if;
  return new;
end
$$;
create trigger keep_words before update on grace.notes for each row execute function grace.keep_words();

-- Nothing that was written is lost; a note that becomes private takes what it said before along.
create function grace.keep_revision() returns trigger
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and new.version = old.version then return null; end if;
  insert into grace.note_revisions (note_id, profile_id, version, category, body, is_private, is_error)
  values (new.id, new.profile_id, new.version, new.category, new.body, new.is_private, new.is_error);
  if tg_op = 'UPDATE' and new.is_private then
    update grace.note_revisions as revision set is_private = true
    where revision.note_id = new.id and revision.profile_id = new.profile_id and not revision.is_private;
  end if;
  return null;
end
$$;
-- Only people write notes: whoever has no policies to obey, as a superuser who restores a backup, brings the revisions along.
create trigger keep_revision after insert or update on grace.notes
for each row when (app.user_id() is not null) execute function grace.keep_revision();
revoke all on function grace.sign_note(), grace.keep_words(), grace.keep_revision() from public;
