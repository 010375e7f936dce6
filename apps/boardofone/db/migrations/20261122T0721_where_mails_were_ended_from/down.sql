-- Without saying where from.
drop function boardofone.unsubscribe_by_link(text, jsonb);
create function boardofone.unsubscribe_by_link(p_token_hash text) returns void
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asked_by constant text := coalesce(app.user_id()::text, 'link');
  found_person uuid;
begin
  perform set_config('boardofone.share_token', concat(p_token_hash, ' ', asked_by), true);
  select notice.user_id into found_person from boardofone.notices as notice
  where notice.unsubscribe_hash = p_token_hash limit 1;
  perform set_config('boardofone.share_token', '', true);
  perform set_config('boardofone.mailed_person', concat(found_person, ' ', asked_by), true);
  update boardofone.accounts set has_mails = false where user_id = found_person and has_mails;
  if found then
    perform app.audit_for(found_person, 'mails_switched_off', 'account', null, '{"by": "link"}', '{"app": "boardofone"}');
  end if;
  perform set_config('boardofone.mailed_person', '', true);
end
$$;
revoke all on function boardofone.unsubscribe_by_link(text) from public;
grant execute on function boardofone.unsubscribe_by_link(text) to anon;
