-- The functions as they were.
create or replace function grace.visible_profiles() returns setof uuid
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

create or replace function grace.profiles_within(p_scope text, p_level text) returns setof uuid
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

create or replace function grace.opened_profiles(p_resource text) returns setof uuid
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

create or replace function grace.open_record(p_profile_id uuid, p_resource text, p_resource_id uuid, p_via text) returns boolean
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

create or replace function grace.keep_ended() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if old.ended_at is not null then return null; end if;
  return new;
end
$$;

drop function grace.end_grant(uuid, text, text), grace.change_grant(uuid, integer, text, text[], timestamptz, text, text),
  grace.decline_invitation(text), grace.accept_invitation(text, text), grace.open_invitation(text), grace.hash_of(text);
drop trigger keep_settled on grace.invitations;
drop trigger state_inviter on grace.invitations;
drop function grace.keep_settled(), grace.state_inviter();
ALTER TABLE "grace"."consents" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."invitations" DISABLE ROW LEVEL SECURITY;
DROP POLICY "select_party" ON "grace"."consents" CASCADE;
DROP POLICY "select_recorded" ON "grace"."consents" CASCADE;
DROP POLICY "insert_recorded" ON "grace"."consents" CASCADE;
DROP TABLE "grace"."consents" CASCADE;
DROP POLICY "select_held" ON "grace"."invitations" CASCADE;
DROP POLICY "insert_held" ON "grace"."invitations" CASCADE;
DROP POLICY "update_held" ON "grace"."invitations" CASCADE;
DROP POLICY "select_invited" ON "grace"."invitations" CASCADE;
DROP POLICY "update_invited" ON "grace"."invitations" CASCADE;
DROP TABLE "grace"."invitations" CASCADE;
DROP INDEX "grace"."access_log_profile_id_idx";
CREATE INDEX "access_log_profile_id_idx" ON "grace"."access_log" USING btree ("profile_id","at","id");
ALTER TABLE "grace"."access_log" DROP COLUMN "transaction_id";
DROP POLICY "insert_accepted" ON "grace"."caregivers" CASCADE;
DROP POLICY "update_recorded" ON "grace"."caregivers" CASCADE;
ALTER POLICY "insert_writer" ON "grace"."access_log" TO commons_owner WITH CHECK ("grace"."access_log"."actor_id" = (select app.user_id()));
ALTER POLICY "select_checked" ON "grace"."caregivers" TO commons_owner USING ("grace"."caregivers"."user_id" = (select app.user_id()));
REVOKE ALL ON "grace"."caregivers" FROM "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, UPDATE ("relationship", "level", "scopes", "ends_at", "ended_at", "ended_by", "escalation_order", "version") ON "grace"."caregivers" TO "authenticated";
