-- By the clock, as the other access rules: a grant that has run out is gone for the next statement of an open transaction.
create or replace function grace.profiles_at(p_level text) returns setof uuid
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
      and array_position(levels, caregiver.level::text) >= array_position(levels, p_level);
end
$$;
