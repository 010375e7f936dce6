CREATE POLICY "select_checked" ON "users" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("users"."id" = (select app.user_id()));
-- The caller's own e-mail address, in lower case. For functions and policies of the owner only: whoever may call it with a row of
-- somebody else's in hand learns nothing from it.
create function app.user_email() returns text
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (select lower(person.email) from public.users as person where person.id = (select app.user_id()));
end
$$;
revoke all on function app.user_email() from public;
