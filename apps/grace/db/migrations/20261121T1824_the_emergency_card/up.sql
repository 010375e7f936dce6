-- The card that a function of the database is composing, and the token that it was given, each for the caller whom it does it for:
-- "link" is whoever came by a link. They last for that function alone, and the policies that ask for them are for the login that
-- owns the tables, which no request can be.
create function grace.in_hand(p_setting text) returns text
language sql stable
set search_path = ''
as $$
  select split_part(held.value, ' ', 1) from (select current_setting(p_setting, true) as value) as held
  where split_part(held.value, ' ', 2) = coalesce(app.user_id()::text, 'link')
$$;
create function grace.card_in_hand() returns uuid
language sql stable
set search_path = ''
as $$ select grace.in_hand('grace.card')::uuid $$;
create function grace.token_in_hand() returns text
language sql stable
set search_path = ''
as $$ select grace.in_hand('grace.card_token') $$;
revoke all on function grace.in_hand(text), grace.card_in_hand(), grace.token_in_hand() from public;

CREATE TABLE "grace"."card_links" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"token_hash" varchar(64) NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "card_links_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "card_links_token_hash_check" CHECK ("grace"."card_links"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "card_links_expires_check" CHECK ("grace"."card_links"."expires_at" <= "grace"."card_links"."created_at" + interval '400 days')
);
ALTER TABLE "grace"."card_links" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."contacts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"name" varchar(120) NOT NULL,
	"relation" varchar(60) DEFAULT '' NOT NULL,
	"phone" varchar(40) NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "contacts_name_check" CHECK (btrim("grace"."contacts"."name") <> '' and btrim("grace"."contacts"."phone") <> '')
);
ALTER TABLE "grace"."contacts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."emergency_cards" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"date_of_birth" date,
	"blood_type" varchar(3),
	"directives" varchar(1000) DEFAULT '' NOT NULL,
	"language" varchar(60) DEFAULT '' NOT NULL,
	"doctor" varchar(200) DEFAULT '' NOT NULL,
	"notes" varchar(1000) DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emergency_cards_profile_id_unique" UNIQUE("profile_id"),
	CONSTRAINT "emergency_cards_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "emergency_cards_blood_type_check" CHECK ("grace"."emergency_cards"."blood_type" in ('O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+')),
	CONSTRAINT "emergency_cards_date_of_birth_check" CHECK ("grace"."emergency_cards"."date_of_birth" >= '1890-01-01')
);
ALTER TABLE "grace"."emergency_cards" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."card_links" ADD CONSTRAINT "card_links_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."contacts" ADD CONSTRAINT "contacts_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."emergency_cards" ADD CONSTRAINT "emergency_cards_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "card_links_token_hash_idx" ON "grace"."card_links" USING btree ("token_hash");
CREATE INDEX "card_links_profile_id_idx" ON "grace"."card_links" USING btree ("profile_id","id");
CREATE INDEX "contacts_profile_id_idx" ON "grace"."contacts" USING btree ("profile_id","position","id");
CREATE POLICY "select_card" ON "grace"."allergies" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."allergies"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_card" ON "grace"."conditions" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."conditions"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_card" ON "grace"."medication_holds" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."medication_holds"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_card" ON "grace"."medications" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."medications"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_card" ON "grace"."schedules" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."schedules"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_held" ON "grace"."card_links" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."card_links"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "insert_held" ON "grace"."card_links" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."card_links"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "update_held" ON "grace"."card_links" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."card_links"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK ("grace"."card_links"."profile_id" = any (array(select grace.held_profiles())));
CREATE POLICY "select_token" ON "grace"."card_links" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."card_links"."token_hash" = (select grace.token_in_hand()));
CREATE POLICY "select_opened" ON "grace"."contacts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."contacts"."profile_id" = any (array(select grace.opened_profiles('emergency_card'))));
CREATE POLICY "insert_manage" ON "grace"."contacts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."contacts"."profile_id" = any (array(select grace.profiles_within('emergency_card', 'manage'))));
CREATE POLICY "delete_manage" ON "grace"."contacts" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."contacts"."profile_id" = any (array(select grace.profiles_within('emergency_card', 'manage'))));
CREATE POLICY "select_card" ON "grace"."contacts" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."contacts"."profile_id" = (select grace.card_in_hand()));
CREATE POLICY "select_opened" ON "grace"."emergency_cards" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."emergency_cards"."profile_id" = any (array(select grace.opened_profiles('emergency_card'))));
CREATE POLICY "insert_manage" ON "grace"."emergency_cards" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."emergency_cards"."profile_id" = any (array(select grace.profiles_within('emergency_card', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."emergency_cards" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."emergency_cards"."profile_id" = any (array(select grace.profiles_within('emergency_card', 'manage')))) WITH CHECK ("grace"."emergency_cards"."profile_id" = any (array(select grace.profiles_within('emergency_card', 'manage'))));
CREATE POLICY "select_card" ON "grace"."emergency_cards" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("grace"."emergency_cards"."profile_id" = (select grace.card_in_hand()));
ALTER POLICY "insert_writer" ON "grace"."access_log" TO commons_owner WITH CHECK ("grace"."access_log"."actor_id" = (select app.user_id()) or ("grace"."access_log"."actor_id" is null and "grace"."access_log"."via" = 'link' and "grace"."access_log"."profile_id" = (select grace.card_in_hand())));
ALTER POLICY "select_checked" ON "grace"."profiles" TO commons_owner USING ("grace"."profiles"."user_id" = (select app.user_id()) or "grace"."profiles"."id" = (select grace.card_in_hand()));
ALTER TABLE "grace"."card_links" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."contacts" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."emergency_cards" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."emergency_cards" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "token_hash", "expires_at"), UPDATE ("revoked_at") ON "grace"."card_links" TO "authenticated";
GRANT SELECT, INSERT ("profile_id", "name", "relation", "phone", "position"), DELETE ON "grace"."contacts" TO "authenticated";
GRANT SELECT, INSERT ("profile_id", "date_of_birth", "blood_type", "directives", "language", "doctor", "notes"), UPDATE ("date_of_birth", "blood_type", "directives", "language", "doctor", "notes", "version") ON "grace"."emergency_cards" TO "authenticated";

-- Everything on the emergency card, as one document. It is reached only by way of the two functions below.
create function grace.compose_card(p_profile_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  result jsonb;
begin
  perform set_config('grace.card', concat(p_profile_id, ' ', coalesce(app.user_id()::text, 'link')), true);
  select jsonb_build_object(
    'fullName', profile.full_name, 'preferredName', profile.preferred_name, 'photo', profile.photo,
    'timeZone', profile.time_zone,
    'dateOfBirth', card.date_of_birth, 'bloodType', card.blood_type, 'directives', coalesce(card.directives, ''),
    'language', coalesce(card.language, ''), 'doctor', coalesce(card.doctor, ''), 'notes', coalesce(card.notes, ''),
    'version', coalesce(card.version, 0),
    'updatedAt', greatest(card.updated_at, profile.updated_at,
      (select max(greatest(medication.updated_at, medication.stopped_at)) from grace.medications as medication
       where medication.profile_id = profile.id and (medication.stopped_at is null or medication.stopped_at <= now())),
      (select max(allergy.updated_at) from grace.allergies as allergy where allergy.profile_id = profile.id),
      (select max(condition.updated_at) from grace.conditions as condition where condition.profile_id = profile.id)),
    'contacts', coalesce((
      select jsonb_agg(jsonb_build_object('name', contact.name, 'relation', contact.relation, 'phone', contact.phone)
        order by contact.position, contact.id)
      from grace.contacts as contact where contact.profile_id = profile.id), '[]'),
    'allergies', coalesce((
      select jsonb_agg(jsonb_build_object('category', allergy.category, 'substance', allergy.substance,
        'reaction', allergy.reaction, 'severity', allergy.severity) order by allergy.id)
      from grace.allergies as allergy where allergy.profile_id = profile.id and not allergy.is_entered_in_error), '[]'),
    'conditions', coalesce((
      select jsonb_agg(jsonb_build_object('name', condition.name, 'note', condition.note) order by condition.id)
      from grace.conditions as condition
      where condition.profile_id = profile.id and not condition.is_entered_in_error and condition.resolved_on is null), '[]'),
    'medications', coalesce((
      select jsonb_agg(jsonb_build_object('name', medication.name, 'form', medication.form, 'indication', medication.indication,
        'strengthAmount', medication.strength_amount::text, 'strengthUnit', medication.strength_unit,
        'isHeld', exists (
          select from grace.medication_holds as hold
          where hold.medication_id = medication.id and hold.profile_id = profile.id
            and hold.starts_at <= now() and (hold.ends_at is null or hold.ends_at > now())),
        'plans', coalesce((
          select jsonb_agg(schedule.plan order by schedule.schedule_id) from grace.schedules as schedule
          where schedule.medication_id = medication.id and schedule.profile_id = profile.id
            and schedule.effective_from <= now() and (schedule.effective_until is null or schedule.effective_until > now())), '[]'))
        order by medication.name, medication.id)
      from grace.medications as medication
      where medication.profile_id = profile.id and not medication.is_entered_in_error
        and (medication.stopped_at is null or medication.stopped_at > now())), '[]'))
  into result
  from grace.profiles as profile left join grace.emergency_cards as card on card.profile_id = profile.id
  where profile.id = p_profile_id;
  perform set_config('grace.card', '', true);
  return result;
end
$$;

-- The card for the holder, and for a caregiver with its scope, who leaves a line in the access log; NULL for anybody else.
create function grace.emergency_card(p_profile_id uuid, p_via text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if not grace.open_record(p_profile_id, 'emergency_card', null, p_via) then return null; end if;
  return grace.compose_card(p_profile_id);
end
$$;

-- The card for whoever has a link that stands; each opening is in the access log. NULL for any other token.
create function grace.card_by_link(p_token_hash text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  link record;
begin
  perform set_config('grace.card_token', concat(p_token_hash, ' ', coalesce(app.user_id()::text, 'link')), true);
  select entry.id, entry.profile_id into link from grace.card_links as entry
  where entry.token_hash = p_token_hash and entry.revoked_at is null and entry.expires_at > now();
  perform set_config('grace.card_token', '', true);
  if link.id is null then return null; end if;
  perform set_config('grace.card', concat(link.profile_id, ' ', coalesce(app.user_id()::text, 'link')), true);
  insert into grace.access_log (profile_id, actor_id, actor_name, resource, resource_id, via)
  values (link.profile_id, null, 'Somebody with the link', 'emergency_card', link.id, 'link');
  return grace.compose_card(link.profile_id);
end
$$;

revoke all on function grace.compose_card(uuid), grace.emergency_card(uuid, text), grace.card_by_link(text) from public;
grant execute on function grace.emergency_card(uuid, text) to authenticated;
grant usage on schema grace to anon;
grant execute on function grace.card_by_link(text) to anon;
