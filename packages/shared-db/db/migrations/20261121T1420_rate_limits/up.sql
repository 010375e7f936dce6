-- How much of its allowance each key has used. Unlogged: taking an allowance then waits for no disk, and all that a crash of
-- PostgreSQL forgets is who was in a hurry a minute ago. Keys are digests: nobody's address or id stands here.
create unlogged table app.rate_limits (
  key text primary key,
  -- When the allowance will be whole again (the "theoretical arrival time" of the generic cell rate algorithm).
  whole_at timestamptz not null
);
create index rate_limits_whole_at_idx on app.rate_limits (whole_at);
alter table app.rate_limits enable row level security;
alter table app.rate_limits force row level security;
create policy select_owner on app.rate_limits for select to commons_owner using (true);
create policy insert_owner on app.rate_limits for insert to commons_owner with check (true);
create policy update_owner on app.rate_limits for update to commons_owner using (true) with check (true);
create policy delete_owner on app.rate_limits for delete to commons_owner using (true);

-- Takes from several allowances, in the order of the list: of each as much as is wanted and there. Of what is not granted it says
-- how long until one more is. With p_stop, what comes after a refusal is left alone. Every new key removes two that are whole again.
create function app.take_allowance(p_demands jsonb, p_stop boolean)
returns table (place bigint, granted integer, retry_after_ms bigint)
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  demand record;
  v_now timestamptz;
  v_whole_at timestamptz;
  v_cost bigint;
  v_debt bigint;
  v_free bigint;
begin
  for demand in
    select item ->> 'key' as key, (item ->> 'max')::bigint as max, (item ->> 'windowMs')::bigint as window_ms,
      (item ->> 'wanted')::bigint as wanted, ordinality
    from jsonb_array_elements(p_demands) with ordinality as list (item, ordinality)
    order by ordinality
  loop
    place := demand.ordinality;
    v_cost := ceil(demand.window_ms * 1000.0 / demand.max);
    loop
      select limits.whole_at into v_whole_at from app.rate_limits as limits where limits.key = demand.key for update;
      -- After the lock, which may have taken its time.
      v_now := clock_timestamp();
      v_debt := coalesce(greatest(0, extract(epoch from v_whole_at - v_now) * 1000000), 0);
      v_free := greatest(0, (v_cost * demand.max - v_debt) / v_cost);
      granted := least(demand.wanted, v_free);
      exit when v_whole_at is not null or granted = 0;
      delete from app.rate_limits as limits using (
        select old.key from app.rate_limits as old where old.whole_at < v_now order by old.whole_at limit 2 for update skip locked
      ) as spent where limits.key = spent.key;
      insert into app.rate_limits (key, whole_at)
      values (demand.key, v_now + granted * v_cost * interval '1 microsecond')
      on conflict do nothing;
      exit when found;
    end loop;
    if v_whole_at is not null and granted > 0 then
      update app.rate_limits as limits
      set whole_at = greatest(v_whole_at, v_now) + granted * v_cost * interval '1 microsecond'
      where limits.key = demand.key;
    end if;
    v_debt := v_debt + granted * v_cost;
    retry_after_ms := case when granted < demand.wanted then greatest(1, ceil((v_debt + v_cost - v_cost * demand.max) / 1000.0)) else 0 end;
    return next;
    exit when p_stop and granted < demand.wanted;
  end loop;
end
$$;

-- Gives back what was taken and not used.
create function app.return_allowance(p_demands jsonb) returns void
language sql volatile security definer
set search_path = ''
as $$
  update app.rate_limits as limits
  set whole_at = limits.whole_at
    - (item ->> 'wanted')::bigint * ceil((item ->> 'windowMs')::bigint * 1000.0 / (item ->> 'max')::bigint) * interval '1 microsecond'
  from (select item from jsonb_array_elements(p_demands) as item order by item ->> 'key') as list
  where limits.key = item ->> 'key'
$$;

create function app.forget_allowance(p_key text) returns void
language sql volatile security definer
set search_path = ''
as $$ delete from app.rate_limits where key = p_key $$;

revoke all on function app.take_allowance(jsonb, boolean) from public;
revoke all on function app.return_allowance(jsonb) from public;
revoke all on function app.forget_allowance(text) from public;
grant execute on function app.take_allowance(jsonb, boolean) to commons_service;
grant execute on function app.return_allowance(jsonb) to commons_service;
grant execute on function app.forget_allowance(text) to commons_service;
