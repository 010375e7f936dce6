-- A time-ordered UUID (RFC 9562, version 7); PostgreSQL has uuidv7() of its own only from 18 on.
create function app.uuid_v7() returns uuid
language sql volatile parallel safe
set search_path = ''
as $$
  select encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
          from 1 for 6
        ), 52, 1
      ), 53, 1
    ), 'hex'
  )::uuid
$$;

-- The caller. A setting that was once set locally reads '' afterwards, not NULL, hence nullif.
-- STABLE, never IMMUTABLE: a cached plan would keep the first caller's id.
create function app.user_id() returns uuid
language sql stable parallel safe
set search_path = ''
as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Opens a context for the rest of the transaction, once. A second one in the same transaction would mean that two callers
-- share it, whether by a mistake of ours or a fault of the driver, so it is refused.
create function app.open_context(p_role text, p_user_id uuid, p_request text) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  if current_user <> session_user or nullif(current_setting('app.user_id', true), '') is not null then
    raise exception 'context already open' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if p_role is null or p_role not in ('anon', 'authenticated') then
    raise exception 'a context is opened as anon or authenticated' using errcode = 'invalid_parameter_value';
  end if;
  if (p_role = 'authenticated') <> (p_user_id is not null) then
    raise exception 'authenticated needs a user id, anon takes none' using errcode = 'invalid_parameter_value';
  end if;
  perform
    set_config('app.user_id', coalesce(p_user_id::text, ''), true),
    set_config('app.request', coalesce(p_request, '{}'), true),
    -- Read by policies written for Supabase, through its auth.uid() and auth.role().
    set_config(
      'request.jwt.claims',
      jsonb_strip_nulls(jsonb_build_object('sub', p_user_id, 'role', p_role))::text,
      true
    ),
    set_config('role', p_role, true);
end
$$;

create function app.set_updated_at() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;

revoke all on all functions in schema app from public;
grant execute on function app.open_context(text, uuid, text) to commons_app;
grant execute on function app.user_id(), app.uuid_v7() to anon, authenticated, commons_service;
