CREATE SCHEMA "grace";
CREATE TABLE "grace"."access_log" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"actor_id" uuid,
	"actor_name" varchar(120) NOT NULL,
	"resource" varchar(20) NOT NULL,
	"resource_id" uuid,
	"via" varchar(10) NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_log_resource_check" CHECK ("grace"."access_log"."resource" in ('notes', 'chat_summaries', 'chat_transcripts', 'emergency_card')),
	CONSTRAINT "access_log_via_check" CHECK ("grace"."access_log"."via" in ('app', 'link', 'export'))
);
ALTER TABLE "grace"."access_log" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."caregivers" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" varchar(120) NOT NULL,
	"relationship" varchar(60) DEFAULT '' NOT NULL,
	"level" varchar(10) NOT NULL,
	"scopes" text[] NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"escalation_order" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caregivers_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "caregivers_level_check" CHECK ("grace"."caregivers"."level" in ('view', 'log', 'manage')),
	CONSTRAINT "caregivers_scopes_check" CHECK ("grace"."caregivers"."scopes" <@ array['medications', 'notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'] and cardinality("grace"."caregivers"."scopes") > 0),
	CONSTRAINT "caregivers_ends_check" CHECK ("grace"."caregivers"."ends_at" > "grace"."caregivers"."starts_at"),
	CONSTRAINT "caregivers_name_check" CHECK (btrim("grace"."caregivers"."name") <> '')
);
ALTER TABLE "grace"."caregivers" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."profiles" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"basis" varchar(20) NOT NULL,
	"holder_name" varchar(120) NOT NULL,
	"full_name" varchar(120) NOT NULL,
	"preferred_name" varchar(60) NOT NULL,
	"photo" text,
	"time_zone" varchar(60) NOT NULL,
	"is_discreet" boolean DEFAULT true NOT NULL,
	"is_plain" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_basis_check" CHECK ("grace"."profiles"."basis" in ('self', 'guardian', 'power_of_attorney', 'parent')),
	CONSTRAINT "profiles_names_check" CHECK (btrim("grace"."profiles"."full_name") <> '' and btrim("grace"."profiles"."preferred_name") <> '' and btrim("grace"."profiles"."holder_name") <> ''),
	CONSTRAINT "profiles_photo_check" CHECK (length("grace"."profiles"."photo") <= 100000 and "grace"."profiles"."photo" like 'data:image/%')
);
ALTER TABLE "grace"."profiles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."access_log" ADD CONSTRAINT "access_log_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."access_log" ADD CONSTRAINT "access_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."caregivers" ADD CONSTRAINT "caregivers_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."caregivers" ADD CONSTRAINT "caregivers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."caregivers" ADD CONSTRAINT "caregivers_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."profiles" ADD CONSTRAINT "profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "access_log_profile_id_idx" ON "grace"."access_log" USING btree ("profile_id","at","id");
CREATE INDEX "access_log_actor_id_idx" ON "grace"."access_log" USING btree ("actor_id","at");
CREATE UNIQUE INDEX "caregivers_standing_idx" ON "grace"."caregivers" USING btree ("profile_id","user_id") WHERE "grace"."caregivers"."ended_at" is null;
CREATE INDEX "caregivers_profile_id_idx" ON "grace"."caregivers" USING btree ("profile_id","id");
CREATE INDEX "caregivers_user_id_idx" ON "grace"."caregivers" USING btree ("user_id","profile_id");
CREATE INDEX "caregivers_ended_by_idx" ON "grace"."caregivers" USING btree ("ended_by");
CREATE INDEX "profiles_user_id_idx" ON "grace"."profiles" USING btree ("user_id","id");
CREATE UNIQUE INDEX "profiles_self_idx" ON "grace"."profiles" USING btree ("user_id") WHERE "grace"."profiles"."basis" = 'self';
-- The access rules. Policies call these as `= any (array(select …))`: once per statement, and with the index. They run as the owner,
-- whom row-level security shows the caller's own rows only, so nothing they say reaches further than the caller.

create function grace.held_profiles() returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query select profile.id from grace.profiles as profile where profile.user_id = (select app.user_id());
end
$$;

-- A grant stands from its start until its end, or until somebody ended it.
create function grace.visible_profiles() returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select profile.id from grace.profiles as profile where profile.user_id = (select app.user_id())
    union all
    select caregiver.profile_id from grace.caregivers as caregiver
    where caregiver.user_id = (select app.user_id())
      and caregiver.ended_at is null and caregiver.starts_at <= now() and caregiver.ends_at > now();
end
$$;

create function grace.profiles_within(p_scope text, p_level text) returns setof uuid
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
      and p_scope = any (caregiver.scopes)
      and array_position(levels, caregiver.level::text) >= array_position(levels, p_level);
end
$$;

-- What the caller holds, and what their own line in the access log, of this very transaction, lets them read.
create function grace.opened_profiles(p_resource text) returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select profile.id from grace.profiles as profile where profile.user_id = (select app.user_id())
    union all
    select entry.profile_id from grace.access_log as entry
    where entry.actor_id = (select app.user_id()) and entry.at = now() and entry.resource = p_resource;
end
$$;

-- Announces a reading. The holder reads without a line; a caregiver within the scope leaves one; for anybody else it is false,
-- and there is nothing to read.
create function grace.open_record(p_profile_id uuid, p_resource text, p_resource_id uuid, p_via text) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if p_profile_id in (select grace.held_profiles()) then return true; end if;
  if p_profile_id not in (select grace.profiles_within(p_resource, 'view')) then return false; end if;
  insert into grace.access_log (profile_id, actor_id, actor_name, resource, resource_id, via)
  select p_profile_id, app.user_id(), caregiver.name, p_resource, p_resource_id, p_via
  from grace.caregivers as caregiver
  where caregiver.user_id = (select app.user_id()) and caregiver.profile_id = p_profile_id and caregiver.ended_at is null;
  return found;
end
$$;

-- What has ended stays as it was.
create function grace.keep_ended() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if old.ended_at is not null then return null; end if;
  return new;
end
$$;
create trigger keep_ended before update on grace.caregivers for each row execute function grace.keep_ended();

revoke all on function grace.keep_ended(), grace.held_profiles(), grace.visible_profiles(), grace.profiles_within(text, text),
  grace.opened_profiles(text), grace.open_record(uuid, text, uuid, text) from public;
grant execute on function grace.held_profiles(), grace.visible_profiles(), grace.profiles_within(text, text),
  grace.opened_profiles(text), grace.open_record(uuid, text, uuid, text) to authenticated;

CREATE POLICY "select_held" ON "grace"."access_log" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."access_log"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_checked" ON "grace"."access_log" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."access_log"."actor_id" = (select app.user_id()));
CREATE POLICY "insert_writer" ON "grace"."access_log" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."access_log"."actor_id" = (select app.user_id()));
CREATE POLICY "select_visible" ON "grace"."caregivers" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."caregivers"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "select_checked" ON "grace"."caregivers" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."caregivers"."user_id" = (select app.user_id()));
CREATE POLICY "update_held" ON "grace"."caregivers" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."caregivers"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."caregivers"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_visible" ON "grace"."profiles" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."profiles"."user_id" = (select app.user_id()) or "grace"."profiles"."id" = any (array(select grace.visible_profiles())));
CREATE POLICY "insert_held" ON "grace"."profiles" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."profiles"."user_id" = (select app.user_id()));
CREATE POLICY "update_held" ON "grace"."profiles" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."profiles"."user_id" = (select app.user_id())) WITH CHECK ("grace"."profiles"."user_id" = (select app.user_id()));
CREATE POLICY "select_checked" ON "grace"."profiles" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."profiles"."user_id" = (select app.user_id()));
ALTER TABLE "grace"."access_log" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."caregivers" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."caregivers" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."profiles" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."profiles" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT ON "grace"."access_log" TO "authenticated";
GRANT SELECT, UPDATE ("relationship", "level", "scopes", "ends_at", "ended_at", "ended_by", "escalation_order", "version") ON "grace"."caregivers" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "basis", "holder_name", "full_name", "preferred_name", "photo", "time_zone", "is_discreet", "is_plain"), UPDATE ("holder_name", "full_name", "preferred_name", "photo", "time_zone", "is_discreet", "is_plain", "version") ON "grace"."profiles" TO "authenticated";
