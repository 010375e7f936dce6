create or replace function grace.acknowledge_once() returns trigger
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

create or replace function grace.stamp_error() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.entered_in_error_at := now();
  new.entered_in_error_by := app.user_id();
  return new;
end
$$;

drop trigger sign_change on grace.medication_changes;
drop trigger sign_report on grace.stock_changes;
drop trigger sign_report on grace.duplicate_reports;
drop trigger sign_report on grace.dose_log;
drop function grace.sign_change();
drop function grace.sign_report();
drop function grace.name_of_caller(uuid);

ALTER TABLE "grace"."dose_log" DROP COLUMN "recorded_by_name";
ALTER TABLE "grace"."dose_log" DROP COLUMN "entered_in_error_name";
ALTER TABLE "grace"."duplicate_reports" DROP COLUMN "recorded_by_name";
ALTER TABLE "grace"."stock_changes" DROP COLUMN "recorded_by_name";
ALTER POLICY "select_told" ON "grace"."notices" TO authenticated USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view')))));
ALTER POLICY "update_mine" ON "grace"."notices" TO authenticated USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles()))) WITH CHECK (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."version_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."user_id" = (select app.user_id()) and ("grace"."notices"."version_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))) or "grace"."notices"."profile_id" = any (array(select grace.held_profiles())));
