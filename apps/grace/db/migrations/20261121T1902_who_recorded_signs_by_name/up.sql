ALTER TABLE "grace"."dose_log" ADD COLUMN "recorded_by_name" varchar(120);
ALTER TABLE "grace"."dose_log" ADD COLUMN "entered_in_error_name" varchar(120);
ALTER TABLE "grace"."duplicate_reports" ADD COLUMN "recorded_by_name" varchar(120);
ALTER TABLE "grace"."stock_changes" ADD COLUMN "recorded_by_name" varchar(120);
ALTER POLICY "select_told" ON "grace"."notices" TO authenticated USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."medication_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."medication_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view')))));
ALTER POLICY "update_mine" ON "grace"."notices" TO authenticated USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."medication_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."medication_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."medication_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."medication_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles())));

-- How the caller is named to the others in a person's care; NULL for whoever does not take part.
create function grace.name_of_caller(p_profile_id uuid) returns text
language sql stable
set search_path = ''
as $$
  select coalesce(
    (select profile.holder_name::text from grace.profiles as profile
     where profile.id = p_profile_id and profile.user_id = (select app.user_id())),
    (select caregiver.name::text from grace.caregivers as caregiver
     where caregiver.profile_id = p_profile_id and caregiver.user_id = (select app.user_id()) and caregiver.ended_at is null))
$$;

-- A report keeps the name of whoever made it, also when their account and their grant are gone.
create function grace.sign_report() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.recorded_by_name := grace.name_of_caller(new.profile_id);
  return new;
end
$$;
-- Only people sign: demonstration data and a backup that is restored say themselves who it was.
create trigger sign_report before insert on grace.dose_log
  for each row when (app.user_id() is not null) execute function grace.sign_report();
create trigger sign_report before insert on grace.duplicate_reports
  for each row when (app.user_id() is not null) execute function grace.sign_report();
create trigger sign_report before insert on grace.stock_changes
  for each row when (app.user_id() is not null) execute function grace.sign_report();

create or replace function grace.stamp_error() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.entered_in_error_at := now();
  new.entered_in_error_by := app.user_id();
  new.entered_in_error_name := grace.name_of_caller(new.profile_id);
  return new;
end
$$;

-- Nobody changes a medicine in somebody else's name.
create function grace.sign_change() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.actor_name := coalesce(grace.name_of_caller(new.profile_id), new.actor_name);
  return new;
end
$$;
create trigger sign_change before insert on grace.medication_changes
  for each row when (app.user_id() is not null) execute function grace.sign_change();

-- Nor sees to an alert in it.
create or replace function grace.acknowledge_once() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if old.acknowledged_at is not null then return null; end if;
  new.acknowledged_at := now();
  new.acknowledged_by := app.user_id();
  new.acknowledged_name := coalesce(grace.name_of_caller(new.profile_id), new.acknowledged_name);
  return new;
end
$$;

revoke all on function grace.name_of_caller(uuid), grace.sign_report(), grace.sign_change() from public;
grant execute on function grace.name_of_caller(uuid) to authenticated;
