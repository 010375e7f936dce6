drop function app.reserve_model_call(uuid, bigint, numeric, bigint, numeric);
-- Reserves tokens of the caller's day (UTC), with the caller's own rights; null when it did, else the milliseconds until the next day.
-- It grants while anything is left, so that the last call may go over, and no second one: reservations count as used.
create function app.reserve_model_call(p_id uuid, p_tokens bigint, p_limit bigint) returns bigint
language plpgsql volatile
set search_path = ''
as $$
declare
  v_day timestamptz := date_trunc('day', now() at time zone 'utc') at time zone 'utc';
  v_used numeric;
begin
  -- One at a time for each person; a statement of its own, so that the sums below see what the last one did.
  perform 1 from public.users where id = app.user_id() for no key update;
  delete from app.model_reservations where user_id = app.user_id() and (expires_at <= now() or id = p_id);
  select
    (select coalesce(sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)), 0) from public.model_usage
      where user_id = (select app.user_id()) and created_at >= v_day)
    + (select coalesce(sum(tokens), 0) from app.model_reservations where user_id = (select app.user_id()))
  into v_used;
  if v_used >= p_limit then
    return ceil(extract(epoch from v_day + interval '1 day' - now()) * 1000);
  end if;
  insert into app.model_reservations (id, user_id, tokens, expires_at)
  values (p_id, app.user_id(), p_tokens, now() + interval '10 minutes');
  return null;
end
$$;
revoke all on function app.reserve_model_call(uuid, bigint, bigint) from public;
grant execute on function app.reserve_model_call(uuid, bigint, bigint) to authenticated;
alter table app.model_reservations drop column cost_usd;
