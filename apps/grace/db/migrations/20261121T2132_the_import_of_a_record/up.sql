ALTER TABLE "grace"."dose_log" ADD COLUMN "is_imported" boolean DEFAULT false NOT NULL;
ALTER TABLE "grace"."medication_changes" ADD COLUMN "is_imported" boolean DEFAULT false NOT NULL;
ALTER TABLE "grace"."notes" ADD COLUMN "is_imported" boolean DEFAULT false NOT NULL;
ALTER TABLE "grace"."profiles" ADD COLUMN "imported_at" timestamp with time zone;
ALTER TABLE "grace"."stock_changes" ADD COLUMN "is_imported" boolean DEFAULT false NOT NULL;
-- The profile that a function of the database is filling from a file, for the caller whom it has just made it for.
create function grace.import_in_hand() returns uuid
language sql stable
set search_path = ''
as $$ select grace.in_hand('grace.import')::uuid $$;
revoke all on function grace.import_in_hand() from public;

CREATE POLICY "insert_import" ON "grace"."allergies" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."allergies"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."chat_turns" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."chat_turns"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."conditions" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."conditions"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."contacts" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."contacts"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."dose_effects" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."dose_effects"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."dose_log" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."dose_log"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."emergency_cards" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."emergency_cards"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."life_story_entries" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."life_story_entries"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."medication_changes" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."medication_changes"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."medication_holds" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."medication_holds"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."medications" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."medications"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."notes" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."notes"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."profiles" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."profiles"."user_id" = (select app.user_id()) and "grace"."profiles"."id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."schedules" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."schedules"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."session_summaries" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."session_summaries"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."sessions" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."sessions"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."stock_changes" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."stock_changes"."profile_id" = (select grace.import_in_hand()));
CREATE POLICY "insert_import" ON "grace"."topic_preferences" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK ("grace"."topic_preferences"."profile_id" = (select grace.import_in_hand()));

-- Brings in a record from a file, into a profile that it makes for the caller: never into one that is there, so that nobody writes
-- into somebody else's, or over what people have recorded. False when the id is taken. Who an entry is by is what the file says, and
-- is marked so; of accounts it keeps the caller's own.
create function grace.import_record(p_profile_id uuid, p_record jsonb) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  me constant uuid := app.user_id();
begin
  if exists (
    select from jsonb_populate_recordset(null::grace.dose_log, p_record -> 'dose_log') as entry
    where greatest(entry.recorded_at, entry.entered_in_error_at) > clock_timestamp()
  ) then
    raise exception 'recorded in the future' using errcode = 'check_violation';
  end if;
  perform set_config('grace.import', concat(p_profile_id, ' ', me), true);
  insert into grace.profiles (id, user_id, basis, holder_name, full_name, preferred_name, photo, time_zone, zone_moves, is_discreet,
    is_plain, version, created_at, updated_at, imported_at)
  select p_profile_id, me, entry.basis, entry.holder_name, entry.full_name, entry.preferred_name, entry.photo, entry.time_zone,
    entry.zone_moves, entry.is_discreet, entry.is_plain, entry.version, entry.created_at, entry.updated_at, now()
  from jsonb_populate_record(null::grace.profiles, p_record -> 'profile') as entry
  on conflict (id) do nothing;
  if not found then
    perform set_config('grace.import', '', true);
    return false;
  end if;
  insert into grace.medications (
    profile_id, id, name, ingredients, strength_amount, strength_unit, form, route, instructions, indication, prescriber,
    pharmacy, prescription_number, pharmacy_closed_weekdays, pharmacy_closed_dates, started_on, look, photo,
    missed_dose_instruction, is_skippable, escalation_delay_minutes, prn_try_first, prn_signs, prn_review_on, pack_size,
    refill_notice_days, stopped_at, stop_reason, is_entered_in_error, version, created_at, updated_at, created_by
  )
  select
    p_profile_id, entry.id, entry.name, entry.ingredients, entry.strength_amount, entry.strength_unit, entry.form, entry.route,
    entry.instructions, entry.indication, entry.prescriber, entry.pharmacy, entry.prescription_number,
    entry.pharmacy_closed_weekdays, entry.pharmacy_closed_dates, entry.started_on, entry.look, entry.photo,
    entry.missed_dose_instruction, entry.is_skippable, entry.escalation_delay_minutes, entry.prn_try_first, entry.prn_signs,
    entry.prn_review_on, entry.pack_size, entry.refill_notice_days, entry.stopped_at, entry.stop_reason,
    entry.is_entered_in_error, entry.version, entry.created_at, entry.updated_at, case when entry.created_by = me then me end
  from jsonb_populate_recordset(null::grace.medications, p_record -> 'medications') as entry;
  insert into grace.schedules (
    profile_id, id, medication_id, schedule_id, plan, zone, late_window_minutes, effective_from, effective_until, is_ended,
    reason, created_at, created_by
  )
  select
    p_profile_id, entry.id, entry.medication_id, entry.schedule_id, entry.plan, entry.zone, entry.late_window_minutes,
    entry.effective_from, entry.effective_until, entry.is_ended, entry.reason, entry.created_at, case when entry.created_by = me then me end
  from jsonb_populate_recordset(null::grace.schedules, p_record -> 'schedules') as entry;
  insert into grace.medication_holds (
    profile_id, id, medication_id, starts_at, ends_at, reason, created_at, created_by
  )
  select
    p_profile_id, entry.id, entry.medication_id, entry.starts_at, entry.ends_at, entry.reason, entry.created_at, case when
    entry.created_by = me then me end
  from jsonb_populate_recordset(null::grace.medication_holds, p_record -> 'medication_holds') as entry;
  insert into grace.medication_changes (
    profile_id, id, medication_id, actor_name, action, reason, changes, effective_at, at, actor_id, is_imported
  )
  select
    p_profile_id, entry.id, entry.medication_id, entry.actor_name, entry.action, entry.reason, entry.changes,
    entry.effective_at, entry.at, case when entry.actor_id = me then me end, true
  from jsonb_populate_recordset(null::grace.medication_changes, p_record -> 'medication_changes') as entry;
  insert into grace.dose_log (
    profile_id, id, medication_id, version_id, local_date, slot, scheduled_at, actual_at, recorded_at, status, skip_reason,
    amount, unit, note, prn_reason, override_reason, replaces_id, entered_in_error_at, entered_in_error_name, error_reason,
    recorded_by, entered_in_error_by, recorded_by_name, is_imported
  )
  select
    p_profile_id, entry.id, entry.medication_id, entry.version_id, entry.local_date, entry.slot, entry.scheduled_at,
    entry.actual_at, entry.recorded_at, entry.status, entry.skip_reason, entry.amount, entry.unit, entry.note, entry.prn_reason,
    entry.override_reason, entry.replaces_id, entry.entered_in_error_at, entry.entered_in_error_name, entry.error_reason, case
    when entry.recorded_by = me then me end, case when entry.entered_in_error_by = me then me end,
    coalesce(entry.recorded_by_name, 'somebody'), true
  from jsonb_populate_recordset(null::grace.dose_log, p_record -> 'dose_log') as entry;
  insert into grace.dose_effects (
    profile_id, administration_id, effect, note, recorded_at, recorded_by
  )
  select
    p_profile_id, entry.administration_id, entry.effect, entry.note, entry.recorded_at, case when entry.recorded_by = me then me
    end
  from jsonb_populate_recordset(null::grace.dose_effects, p_record -> 'dose_effects') as entry;
  insert into grace.stock_changes (
    profile_id, id, medication_id, kind, amount, unit, at, recorded_at, taken_back_at, recorded_by, taken_back_by,
    recorded_by_name, is_imported
  )
  select
    p_profile_id, entry.id, entry.medication_id, entry.kind, entry.amount, entry.unit, entry.at, entry.recorded_at,
    entry.taken_back_at, case when entry.recorded_by = me then me end, case when entry.taken_back_by = me then me end,
    coalesce(entry.recorded_by_name, 'somebody'), true
  from jsonb_populate_recordset(null::grace.stock_changes, p_record -> 'stock_changes') as entry;
  insert into grace.allergies (
    profile_id, id, category, substance, reaction, severity, noted_on, is_entered_in_error, error_reason, version, created_at,
    updated_at, created_by
  )
  select
    p_profile_id, entry.id, entry.category, entry.substance, entry.reaction, entry.severity, entry.noted_on,
    entry.is_entered_in_error, entry.error_reason, entry.version, entry.created_at, entry.updated_at, case when entry.created_by
    = me then me end
  from jsonb_populate_recordset(null::grace.allergies, p_record -> 'allergies') as entry;
  insert into grace.conditions (
    profile_id, id, name, note, onset_on, resolved_on, is_entered_in_error, error_reason, version, created_at, updated_at,
    created_by
  )
  select
    p_profile_id, entry.id, entry.name, entry.note, entry.onset_on, entry.resolved_on, entry.is_entered_in_error,
    entry.error_reason, entry.version, entry.created_at, entry.updated_at, case when entry.created_by = me then me end
  from jsonb_populate_recordset(null::grace.conditions, p_record -> 'conditions') as entry;
  insert into grace.emergency_cards (
    profile_id, date_of_birth, blood_type, directives, language, doctor, notes, version, updated_at
  )
  select
    p_profile_id, entry.date_of_birth, entry.blood_type, entry.directives, entry.language, entry.doctor, entry.notes,
    entry.version, entry.updated_at
  from jsonb_populate_recordset(null::grace.emergency_cards, p_record -> 'emergency_cards') as entry;
  insert into grace.contacts (
    profile_id, name, relation, phone, position
  )
  select
    p_profile_id, entry.name, entry.relation, entry.phone, entry.position
  from jsonb_populate_recordset(null::grace.contacts, p_record -> 'contacts') as entry;
  insert into grace.life_story_entries (
    profile_id, id, text, people, from_year, to_year, source, version, created_at, updated_at
  )
  select
    p_profile_id, entry.id, entry.text, entry.people, entry.from_year, entry.to_year, entry.source, entry.version,
    entry.created_at, entry.updated_at
  from jsonb_populate_recordset(null::grace.life_story_entries, p_record -> 'life_story_entries') as entry;
  insert into grace.topic_preferences (
    profile_id, id, topic_id, words, preference, created_at
  )
  select
    p_profile_id, entry.id, entry.topic_id, entry.words, entry.preference, entry.created_at
  from jsonb_populate_recordset(null::grace.topic_preferences, p_record -> 'topic_preferences') as entry;
  insert into grace.sessions (
    profile_id, id, topic_id, title, started_at, ended_at
  )
  select
    p_profile_id, entry.id, entry.topic_id, entry.title, entry.started_at, entry.ended_at
  from jsonb_populate_recordset(null::grace.sessions, p_record -> 'sessions') as entry;
  insert into grace.notes (
    profile_id, id, author_name, category, body, is_pinned, is_private, is_error, version, created_at, updated_at, author_id,
    dose_id, session_id, is_imported
  )
  select
    p_profile_id, entry.id, entry.author_name, entry.category, entry.body, entry.is_pinned, entry.is_private, entry.is_error,
    entry.version, entry.created_at, entry.updated_at, case when entry.author_id = me then me end,
    entry.dose_id, entry.session_id, true
  from jsonb_populate_recordset(null::grace.notes, p_record -> 'notes') as entry;
  insert into grace.note_revisions (
    profile_id, note_id, version, category, body, is_private, is_error, created_at
  )
  select
    p_profile_id, entry.note_id, entry.version, entry.category, entry.body, entry.is_private, entry.is_error, entry.created_at
  from jsonb_populate_recordset(null::grace.note_revisions, p_record -> 'note_revisions') as entry;
  insert into grace.chat_turns (
    profile_id, id, session_id, position, role, kind, content, choices, status, lease_expires_at, error_code, created_at,
    updated_at
  )
  select
    p_profile_id, entry.id, entry.session_id, entry.position, entry.role, entry.kind, entry.content, entry.choices,
    entry.status, entry.lease_expires_at, entry.error_code, entry.created_at, entry.updated_at
  from jsonb_populate_recordset(null::grace.chat_turns, p_record -> 'chat_turns') as entry;
  insert into grace.session_summaries (
    profile_id, id, session_id, title, talked_from, talked_until, sentences, source, seen_at, shared_at, created_at
  )
  select
    p_profile_id, entry.id, entry.session_id, entry.title, entry.talked_from, entry.talked_until, entry.sentences, entry.source,
    entry.seen_at, entry.shared_at, entry.created_at
  from jsonb_populate_recordset(null::grace.session_summaries, p_record -> 'session_summaries') as entry;
  perform set_config('grace.import', '', true);
  return true;
end
$$;
revoke all on function grace.import_record(uuid, jsonb) from public;
grant execute on function grace.import_record(uuid, jsonb) to authenticated;

-- A name that a file brought stays as it is, and so do the wordings that it brought.
drop trigger sign_note on grace.notes;
create trigger sign_note before insert on grace.notes
for each row when (not new.is_imported) execute function grace.sign_note();
drop trigger sign_change on grace.medication_changes;
create trigger sign_change before insert on grace.medication_changes
for each row when (app.user_id() is not null and not new.is_imported) execute function grace.sign_change();
drop trigger sign_report on grace.dose_log;
create trigger sign_report before insert on grace.dose_log
for each row when (app.user_id() is not null and not new.is_imported) execute function grace.sign_report();
drop trigger sign_report on grace.stock_changes;
create trigger sign_report before insert on grace.stock_changes
for each row when (app.user_id() is not null and not new.is_imported) execute function grace.sign_report();
drop trigger keep_revision on grace.notes;
create trigger keep_revision after insert on grace.notes
for each row when (app.user_id() is not null and not new.is_imported) execute function grace.keep_revision();
create trigger keep_changed after update on grace.notes
for each row when (app.user_id() is not null) execute function grace.keep_revision();
