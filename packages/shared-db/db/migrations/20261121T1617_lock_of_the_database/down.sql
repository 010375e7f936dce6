create or replace function app.open_context(p_role text, p_user_id uuid, p_request text) returns void
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
