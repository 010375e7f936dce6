-- Takes a mail on in the writer's own transaction, within what the person may send and what one address may get in a day. The mail is
-- sealed: whoever can only speak to the database makes none that the worker would open. p_recipient is a digest, and nobody's address.
create function app.enqueue_mail(p_queue text, p_payload jsonb, p_recipient text, p_key text) returns uuid
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  v_user_id uuid := app.user_id();
  v_day bigint := 24 * 60 * 60 * 1000;
begin
  if v_user_id is null or not starts_with(p_queue, 'user.') then
    raise exception 'this queue is not open to requests' using errcode = '42501';
  end if;
  if octet_length(p_payload::text) > 65536 then
    raise exception 'a mail has at most 64 kB' using errcode = '54000';
  end if;
  if exists (
    select from app.take_allowance(
      jsonb_build_array(
        jsonb_build_object(
          'key', 'mail by ' || encode(sha256(v_user_id::text::bytea), 'hex'), 'max', 50, 'windowMs', v_day, 'wanted', 1
        ),
        jsonb_build_object('key', 'mail to ' || left(p_recipient, 64), 'max', 20, 'windowMs', v_day, 'wanted', 1)
      ),
      true
    ) where granted = 0
  ) then
    raise exception 'too much mail in one day' using errcode = '53400';
  end if;
  return app.add_job(p_queue, p_payload, v_user_id, p_key, 0);
end
$$;

revoke all on function app.enqueue_mail(text, jsonb, text, text) from public;
grant execute on function app.enqueue_mail(text, jsonb, text, text) to authenticated;
