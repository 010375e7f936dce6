-- The only way into the audit log. It runs as the owner, so the caller needs no right on the table and cannot write another
-- person's name, time or request into it.
create function app.audit(p_action text, p_resource_type text, p_resource_id text, p_details jsonb) returns void
language sql volatile security definer
set search_path = ''
as $$
  insert into public.audit_log
    (user_id, app, action, resource_type, resource_id, details, ip_address, user_agent, request_id)
  select
    app.user_id(), left(request ->> 'app', 50), p_action, p_resource_type, p_resource_id, p_details,
    left(request ->> 'ipAddress', 45), left(request ->> 'userAgent', 500), left(request ->> 'requestId', 100)
  from (select coalesce(nullif(current_setting('app.request', true), ''), '{}')::jsonb as request) as about
$$;

-- For privileged paths, which act on somebody's behalf (sign-in) or on nobody's (clean-up).
create function app.audit_for(
  p_user_id uuid, p_action text, p_resource_type text, p_resource_id text, p_details jsonb, p_request jsonb
) returns void
language sql volatile security definer
set search_path = ''
as $$
  insert into public.audit_log
    (user_id, app, action, resource_type, resource_id, details, ip_address, user_agent, request_id)
  values (
    p_user_id, left(p_request ->> 'app', 50), p_action, p_resource_type, p_resource_id, p_details,
    left(p_request ->> 'ipAddress', 45), left(p_request ->> 'userAgent', 500), left(p_request ->> 'requestId', 100)
  )
$$;

revoke all on function app.audit(text, text, text, jsonb) from public;
revoke all on function app.audit_for(uuid, text, text, text, jsonb, jsonb) from public;
grant execute on function app.audit(text, text, text, jsonb) to authenticated;
grant execute on function app.audit_for(uuid, text, text, text, jsonb, jsonb) to commons_service;

-- A person as the sign-in library wants them. security_invoker: the policies of the tables below decide, not the view's owner.
create view identity.auth_users with (security_invoker = true) as
  select
    person.id,
    coalesce(person.full_name, '') as name,
    person.email,
    (proof.user_id is not null) as email_verified,
    person.avatar_url as image,
    person.created_at,
    person.updated_at
  from public.users as person
  left join identity.email_verifications as proof on proof.user_id = person.id;

create function identity.write_auth_user() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    delete from public.users where id = old.id;
    return old;
  end if;
  if tg_op = 'INSERT' then
    insert into public.users (id, email, full_name, avatar_url)
    values (coalesce(new.id, app.uuid_v7()), new.email, nullif(new.name, ''), new.image)
    returning id, created_at, updated_at into new.id, new.created_at, new.updated_at;
  else
    update public.users set email = new.email, full_name = nullif(new.name, ''), avatar_url = new.image
    where id = old.id
    returning updated_at into new.updated_at;
  end if;
  if new.email_verified then
    insert into identity.email_verifications (user_id) values (new.id) on conflict do nothing;
  else
    delete from identity.email_verifications where user_id = new.id;
  end if;
  return new;
end
$$;

create trigger write_auth_user instead of insert or update or delete on identity.auth_users
  for each row execute function identity.write_auth_user();

revoke all on function identity.write_auth_user() from public;
grant select, insert, update, delete on identity.auth_users to commons_service;
