CREATE TABLE "grace"."consents" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	"event" varchar(10) NOT NULL,
	"user_id" uuid,
	"name" varchar(120) NOT NULL,
	"granted_by" uuid,
	"granted_by_name" varchar(120) NOT NULL,
	"basis" varchar(20) NOT NULL,
	"person_name" varchar(120) NOT NULL,
	"level" varchar(10) NOT NULL,
	"scopes" text[] NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"text_version" varchar(20) NOT NULL,
	"text" text NOT NULL,
	"text_hash" varchar(64) NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_event_check" CHECK ("grace"."consents"."event" in ('granted', 'changed', 'renewed', 'ended', 'left')),
	CONSTRAINT "consents_text_check" CHECK (length("grace"."consents"."text") between 1 and 8000),
	CONSTRAINT "consents_hash_check" CHECK ("grace"."consents"."text_hash" = encode(sha256(convert_to("grace"."consents"."text", 'UTF8')), 'hex'))
);
ALTER TABLE "grace"."consents" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."invitations" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"email" varchar(255) NOT NULL,
	"name" varchar(120) NOT NULL,
	"relationship" varchar(60) DEFAULT '' NOT NULL,
	"level" varchar(10) NOT NULL,
	"scopes" text[] NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"token_hash" varchar(64) NOT NULL,
	"consent_version" varchar(20) NOT NULL,
	"consent_text" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"granted_by" uuid DEFAULT app.user_id() NOT NULL,
	"granted_by_name" varchar(120) DEFAULT '' NOT NULL,
	"basis" varchar(20) DEFAULT 'self' NOT NULL,
	"person_name" varchar(120) DEFAULT '' NOT NULL,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"caregiver_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_email_check" CHECK ("grace"."invitations"."email" = lower("grace"."invitations"."email")),
	CONSTRAINT "invitations_token_check" CHECK ("grace"."invitations"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "invitations_name_check" CHECK (btrim("grace"."invitations"."name") <> ''),
	CONSTRAINT "invitations_level_check" CHECK ("grace"."invitations"."level" in ('view', 'log', 'manage')),
	CONSTRAINT "invitations_scopes_check" CHECK ("grace"."invitations"."scopes" <@ array['medications', 'notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'] and cardinality("grace"."invitations"."scopes") > 0),
	CONSTRAINT "invitations_ends_check" CHECK ("grace"."invitations"."ends_at" > "grace"."invitations"."expires_at"),
	CONSTRAINT "invitations_consent_check" CHECK (length("grace"."invitations"."consent_text") between 1 and 8000)
);
ALTER TABLE "grace"."invitations" ENABLE ROW LEVEL SECURITY;
DROP INDEX "grace"."access_log_profile_id_idx";
ALTER TABLE "grace"."access_log" ADD COLUMN "transaction_id" bigint DEFAULT pg_current_xact_id()::text::bigint NOT NULL;
ALTER TABLE "grace"."consents" ADD CONSTRAINT "consents_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."consents" ADD CONSTRAINT "consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."consents" ADD CONSTRAINT "consents_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."invitations" ADD CONSTRAINT "invitations_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."invitations" ADD CONSTRAINT "invitations_caregiver_fk" FOREIGN KEY ("caregiver_id","profile_id") REFERENCES "grace"."caregivers"("id","profile_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "consents_profile_id_idx" ON "grace"."consents" USING btree ("profile_id","id");
CREATE INDEX "consents_user_id_idx" ON "grace"."consents" USING btree ("user_id","id");
CREATE INDEX "consents_granted_by_idx" ON "grace"."consents" USING btree ("granted_by");
CREATE UNIQUE INDEX "invitations_pending_idx" ON "grace"."invitations" USING btree ("profile_id","email") WHERE "grace"."invitations"."accepted_at" is null and "grace"."invitations"."declined_at" is null and "grace"."invitations"."cancelled_at" is null;
CREATE INDEX "invitations_profile_id_idx" ON "grace"."invitations" USING btree ("profile_id","id");
CREATE INDEX "invitations_email_idx" ON "grace"."invitations" USING btree ("email");
CREATE INDEX "invitations_caregiver_id_idx" ON "grace"."invitations" USING btree ("caregiver_id","profile_id");
CREATE INDEX "access_log_profile_id_idx" ON "grace"."access_log" USING btree ("profile_id","id");
CREATE POLICY "insert_accepted" ON "grace"."caregivers" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."caregivers"."user_id" = (select app.user_id()));
CREATE POLICY "update_recorded" ON "grace"."caregivers" AS PERMISSIVE FOR UPDATE TO "commons_owner" USING ("grace"."caregivers"."user_id" = (select app.user_id()) or "grace"."caregivers"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK (true);
CREATE POLICY "select_party" ON "grace"."consents" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."consents"."user_id" = (select app.user_id()) or "grace"."consents"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_recorded" ON "grace"."consents" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."consents"."user_id" = (select app.user_id()) or "grace"."consents"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_recorded" ON "grace"."consents" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."consents"."user_id" = (select app.user_id()) or "grace"."consents"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_held" ON "grace"."invitations" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."invitations"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_held" ON "grace"."invitations" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."invitations"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."invitations" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."invitations"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."invitations"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_invited" ON "grace"."invitations" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."invitations"."email" = (select app.user_email()) or "grace"."invitations"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_invited" ON "grace"."invitations" AS PERMISSIVE FOR UPDATE TO "commons_owner" USING ("grace"."invitations"."email" = (select app.user_email()) or "grace"."invitations"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK (true);
ALTER POLICY "insert_writer" ON "grace"."access_log" TO commons_owner WITH CHECK ("grace"."access_log"."actor_id" = (select app.user_id()) or ("grace"."access_log"."actor_id" is null and "grace"."access_log"."via" = 'link'));
ALTER POLICY "select_checked" ON "grace"."caregivers" TO commons_owner USING ("grace"."caregivers"."user_id" = (select app.user_id()) or "grace"."caregivers"."profile_id" = any (array(select grace.held_profiles())));
ALTER TABLE "grace"."consents" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."invitations" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."invitations" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
REVOKE ALL ON "grace"."caregivers" FROM "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, UPDATE ("relationship", "escalation_order") ON "grace"."caregivers" TO "authenticated";
GRANT SELECT ON "grace"."consents" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "email", "name", "relationship", "level", "scopes", "ends_at", "token_hash", "consent_version", "consent_text", "expires_at"), UPDATE ("cancelled_at") ON "grace"."invitations" TO "authenticated";
-- The access rules again, by the clock and not by when the transaction began: a grant that has ended, or a scope that was taken
-- back, is gone for the next statement of a transaction that is open already.
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
      and caregiver.ended_at is null
      and caregiver.starts_at <= clock_timestamp()
      and caregiver.ends_at > clock_timestamp();
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
      and caregiver.ended_at is null
      and caregiver.starts_at <= clock_timestamp()
      and caregiver.ends_at > clock_timestamp()
      and p_scope = any (caregiver.scopes)
      and array_position(levels, caregiver.level::text) >= array_position(levels, p_level);
end
$$;

-- What the caller holds, and what their own line in the access log, of this very transaction, lets them read for as long as their
-- grant goes that far.
create or replace function grace.opened_profiles(p_resource text) returns setof uuid
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select within.id from grace.profiles_within(p_resource, 'view') as within (id)
    where within.id in (select grace.held_profiles())
      or exists (
        select from grace.access_log as entry
        where entry.actor_id = (select app.user_id())
          and entry.at = now()
          and entry.transaction_id = pg_current_xact_id_if_assigned()::text::bigint
          and entry.profile_id = within.id
          and entry.resource = p_resource
      );
end
$$;

create or replace function grace.open_record(p_profile_id uuid, p_resource text, p_resource_id uuid, p_via text) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if p_profile_id in (select grace.held_profiles()) then return true; end if;
  if p_profile_id not in (select grace.profiles_within(p_resource, 'view')) then return false; end if;
  if p_via not in ('app', 'export') then
    raise exception 'whoever is signed in reads in the app or exports' using errcode = 'invalid_parameter_value';
  end if;
  insert into grace.access_log (profile_id, actor_id, actor_name, resource, resource_id, via)
  select p_profile_id, app.user_id(), caregiver.name, p_resource, p_resource_id, p_via
  from grace.caregivers as caregiver
  where caregiver.user_id = (select app.user_id()) and caregiver.profile_id = p_profile_id and caregiver.ended_at is null;
  return found;
end
$$;

-- What has ended stays as it was. Only the account of whoever ended it may vanish.
create or replace function grace.keep_ended() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if old.ended_at is null then return new; end if;
  old.ended_by := new.ended_by;
  if new.ended_by is null then return old; end if;
  return null;
end
$$;

-- An invitation is about the profile as it is: nobody writes by hand in whose name it is made.
create function grace.state_inviter() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  select profile.user_id, profile.holder_name, profile.basis, profile.full_name
  into new.granted_by, new.granted_by_name, new.basis, new.person_name
  from grace.profiles as profile where profile.id = new.profile_id;
  if not found then
    raise exception 'there is no such profile to invite to' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger state_inviter before insert on grace.invitations for each row execute function grace.state_inviter();

-- Accepted, declined or cancelled, it stays so.
create function grace.keep_settled() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if num_nonnulls(old.accepted_at, old.declined_at, old.cancelled_at) > 0 then return null; end if;
  return new;
end
$$;
create trigger keep_settled before update on grace.invitations for each row execute function grace.keep_settled();

create function grace.hash_of(p_text text) returns text
language sql stable
set search_path = ''
as $$ select encode(sha256(convert_to(p_text, 'UTF8')), 'hex') $$;

-- The invitation of this secret, if it is for the caller's own address and stands.
create function grace.open_invitation(p_token_hash text) returns table (
  person_name text, granted_by_name text, basis text, name text, level text, scopes text[], ends_at timestamptz,
  expires_at timestamptz, consent_text text, consent_hash text
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
    select invitation.person_name::text, invitation.granted_by_name::text, invitation.basis::text, invitation.name::text,
      invitation.level::text, invitation.scopes, invitation.ends_at, invitation.expires_at, invitation.consent_text,
      grace.hash_of(invitation.consent_text)
    from grace.invitations as invitation
    where invitation.token_hash = p_token_hash and invitation.email = (select app.user_email())
      and num_nonnulls(invitation.accepted_at, invitation.declined_at, invitation.cancelled_at) = 0
      and invitation.expires_at > clock_timestamp();
end
$$;

-- Makes a grant of an invitation, once, for the account whose address was invited, when it has read the very text that is kept.
-- Of two acceptances the second waits for the first, and then finds nothing.
create function grace.accept_invitation(p_token_hash text, p_consent_hash text)
returns table (outcome text, profile_id uuid)
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  invitation grace.invitations;
  grant_id uuid;
begin
  select * into invitation from grace.invitations as pending
  where pending.token_hash = p_token_hash and pending.email = (select app.user_email())
    and num_nonnulls(pending.accepted_at, pending.declined_at, pending.cancelled_at) = 0
    and pending.expires_at > clock_timestamp()
  for update;
  if not found then return query select 'none', null::uuid; return; end if;
  if invitation.granted_by = (select app.user_id()) then return query select 'holder', invitation.profile_id; return; end if;
  if grace.hash_of(invitation.consent_text) is distinct from p_consent_hash then
    return query select 'changed', null::uuid;
    return;
  end if;

  -- One that ran out makes room; one that stands does not.
  update grace.caregivers as former set ended_at = former.ends_at
  where former.profile_id = invitation.profile_id and former.user_id = (select app.user_id())
    and former.ended_at is null and former.ends_at <= clock_timestamp();
  if exists (
    select from grace.caregivers as standing
    where standing.profile_id = invitation.profile_id and standing.user_id = (select app.user_id()) and standing.ended_at is null
  ) then
    return query select 'already', invitation.profile_id;
    return;
  end if;

  insert into grace.caregivers (profile_id, user_id, name, relationship, level, scopes, ends_at)
  values (
    invitation.profile_id, app.user_id(), invitation.name, invitation.relationship, invitation.level, invitation.scopes,
    invitation.ends_at
  )
  returning id into grant_id;
  update grace.invitations as settled set accepted_at = now(), caregiver_id = grant_id where settled.id = invitation.id;
  insert into grace.consents (
    profile_id, grant_id, event, user_id, name, granted_by, granted_by_name, basis, person_name, level, scopes, ends_at,
    text_version, text, text_hash
  )
  values (
    invitation.profile_id, grant_id, 'granted', app.user_id(), invitation.name, invitation.granted_by,
    invitation.granted_by_name, invitation.basis, invitation.person_name, invitation.level, invitation.scopes,
    invitation.ends_at, invitation.consent_version, invitation.consent_text, grace.hash_of(invitation.consent_text)
  );
  return query select 'accepted', invitation.profile_id;
end
$$;

-- Answers who is to hear of it: the holder.
create function grace.decline_invitation(p_token_hash text) returns uuid
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  inviter uuid;
begin
  update grace.invitations as invitation set declined_at = now()
  where invitation.token_hash = p_token_hash and invitation.email = (select app.user_email())
    and num_nonnulls(invitation.accepted_at, invitation.declined_at, invitation.cancelled_at) = 0
  returning invitation.granted_by into inviter;
  return inviter;
end
$$;

-- The holder changes or renews a grant that nobody has ended. False when somebody else changed it since p_version was read.
create function grace.change_grant(
  p_caregiver_id uuid, p_version integer, p_level text, p_scopes text[], p_ends_at timestamptz, p_text_version text, p_text text
) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  former grace.caregivers;
begin
  select * into former from grace.caregivers as one
  where one.id = p_caregiver_id and one.version = p_version and one.ended_at is null
    and one.profile_id in (select grace.held_profiles())
  for update;
  if not found or p_ends_at <= clock_timestamp() then return false; end if;
  update grace.caregivers as one
  set level = p_level, scopes = p_scopes, ends_at = p_ends_at, version = one.version + 1
  where one.id = p_caregiver_id;
  insert into grace.consents (
    profile_id, grant_id, event, user_id, name, granted_by, granted_by_name, basis, person_name, level, scopes, ends_at,
    text_version, text, text_hash
  )
  select profile.id, former.id,
    case when former.level = p_level and former.scopes @> p_scopes and former.scopes <@ p_scopes then 'renewed' else 'changed' end,
    former.user_id, former.name, profile.user_id, profile.holder_name, profile.basis, profile.full_name, p_level, p_scopes,
    p_ends_at, p_text_version, p_text, grace.hash_of(p_text)
  from grace.profiles as profile where profile.id = former.profile_id;
  return true;
end
$$;

-- The holder ends a grant, or the caregiver leaves. Invitations of the same address that still wait are cancelled with it.
create function grace.end_grant(p_caregiver_id uuid, p_text_version text, p_text text) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  former grace.caregivers;
begin
  update grace.caregivers as one set ended_at = now(), ended_by = app.user_id(), version = one.version + 1
  where one.id = p_caregiver_id and one.ended_at is null
    and (one.user_id = (select app.user_id()) or one.profile_id in (select grace.held_profiles()))
  returning * into former;
  if not found then return false; end if;
  update grace.invitations as invitation set cancelled_at = now()
  where invitation.profile_id = former.profile_id
    and num_nonnulls(invitation.accepted_at, invitation.declined_at, invitation.cancelled_at) = 0
    and invitation.email in (select accepted.email from grace.invitations as accepted where accepted.caregiver_id = former.id);
  insert into grace.consents (
    profile_id, grant_id, event, user_id, name, granted_by, granted_by_name, basis, person_name, level, scopes, ends_at,
    text_version, text, text_hash
  )
  select last.profile_id, last.grant_id, case when former.user_id = (select app.user_id()) then 'left' else 'ended' end,
    last.user_id, last.name, last.granted_by, last.granted_by_name, last.basis, last.person_name, last.level, last.scopes,
    now(), p_text_version, p_text, grace.hash_of(p_text)
  from grace.consents as last where last.grant_id = former.id order by last.id desc limit 1;
  return true;
end
$$;

revoke all on function grace.state_inviter(), grace.keep_settled(), grace.hash_of(text), grace.open_invitation(text),
  grace.accept_invitation(text, text), grace.decline_invitation(text),
  grace.change_grant(uuid, integer, text, text[], timestamptz, text, text), grace.end_grant(uuid, text, text) from public;
grant execute on function grace.open_invitation(text), grace.accept_invitation(text, text), grace.decline_invitation(text),
  grace.change_grant(uuid, integer, text, text[], timestamptz, text, text), grace.end_grant(uuid, text, text) to authenticated;
