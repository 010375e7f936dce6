-- The foreign key takes the person out of what they did. With them goes what else says who it was; the deed stays.
create function app.forget_audited_person() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.resource_id := nullif(new.resource_id, old.user_id::text);
  new.details := case when strpos(new.details::text, old.user_id::text) > 0 then null else new.details end;
  new.ip_address := null;
  new.user_agent := null;
  new.request_id := null;
  return new;
end
$$;
revoke all on function app.forget_audited_person() from public;

create trigger forget_person before update of user_id on public.audit_log
for each row when (old.user_id is not null and new.user_id is null) execute function app.forget_audited_person();
