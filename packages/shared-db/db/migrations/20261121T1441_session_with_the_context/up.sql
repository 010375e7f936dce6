CREATE POLICY "select_checked" ON "identity"."sessions" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("identity"."sessions"."user_id" = (select app.user_id()));


-- Whether a session of the person in app.user_id stands. As the owner, because requests have no right to sessions, and PL/pgSQL, because
-- it keeps its plan.
create function app.session_stands(p_session_id uuid) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return exists (
    select from identity.sessions
    where id = p_session_id and user_id = (select app.user_id()) and expires_at > now()
  );
end
$$;

-- Opens a context for a person whose session stands, and refuses anybody else.
create function app.open_session(p_session_id uuid, p_user_id uuid, p_request text) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  stands boolean;
begin
  if current_user <> session_user or nullif(current_setting('app.user_id', true), '') is not null then
    raise exception 'context already open' using errcode = 'object_not_in_prerequisite_state';
  end if;
  perform set_config('app.user_id', coalesce(p_user_id::text, ''), true);
  stands := app.session_stands(p_session_id);
  perform set_config('app.user_id', '', true);
  if stands is not true then
    raise exception 'the session has ended' using errcode = 'CM401';
  end if;
  perform app.open_context('authenticated', p_user_id, p_request);
end
$$;

revoke all on function app.session_stands(uuid), app.open_session(uuid, uuid, text) from public;
grant execute on function app.session_stands(uuid), app.open_session(uuid, uuid, text) to commons_app;
