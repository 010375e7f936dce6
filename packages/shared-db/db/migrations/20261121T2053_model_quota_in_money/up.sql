-- What calls that are under way may come to cost, where a price is known.
alter table app.model_reservations
  -- NaN passes ">= 0" in PostgreSQL, so it is named.
  add column cost_usd numeric(14, 8) not null default 0 check (cost_usd >= 0 and cost_usd <> 'NaN');
grant insert (cost_usd) on app.model_reservations to authenticated;

drop function app.reserve_model_call(uuid, bigint, bigint);

-- Reserves tokens and dollars of the caller's day (UTC), with the caller's own rights; null when it did, else the milliseconds until
-- the next day. A limit that is null holds nobody. It grants while anything is left, so that the last call may go over, and no second
-- one: reservations count as used. Calls whose price nobody knows cost nothing here.
create function app.reserve_model_call(
  p_id uuid, p_tokens bigint, p_cost_usd numeric, p_tokens_limit bigint, p_cost_limit numeric
) returns bigint
language plpgsql volatile
set search_path = ''
as $$
declare
  v_day timestamptz := date_trunc('day', now() at time zone 'utc') at time zone 'utc';
  v_tokens numeric;
  v_cost numeric;
begin
  -- One at a time for each person; a statement of its own, so that the sums below see what the last one did.
  perform 1 from public.users where id = app.user_id() for no key update;
  delete from app.model_reservations where user_id = app.user_id() and (expires_at <= now() or id = p_id);
  select coalesce(sum(tokens), 0), coalesce(sum(cost), 0) into v_tokens, v_cost
  from (
    select coalesce(input_tokens, 0)::bigint + coalesce(output_tokens, 0), coalesce(cost_usd, 0) from public.model_usage
    where user_id = (select app.user_id()) and created_at >= v_day
    union all
    select tokens, cost_usd from app.model_reservations where user_id = (select app.user_id())
  ) as used (tokens, cost);
  if v_tokens >= p_tokens_limit or v_cost >= p_cost_limit then
    return ceil(extract(epoch from v_day + interval '1 day' - now()) * 1000);
  end if;
  insert into app.model_reservations (id, user_id, tokens, cost_usd, expires_at)
  values (p_id, app.user_id(), p_tokens, p_cost_usd, now() + interval '10 minutes');
  return null;
end
$$;
revoke all on function app.reserve_model_call(uuid, bigint, numeric, bigint, numeric) from public;
grant execute on function app.reserve_model_call(uuid, bigint, numeric, bigint, numeric) to authenticated;
