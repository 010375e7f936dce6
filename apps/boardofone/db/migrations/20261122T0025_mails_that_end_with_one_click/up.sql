-- Whose mail is being answered: set by the function below alone, for as long as it runs. Only the owner of the tables has a policy
-- that asks for it, and no request is that owner.
create function boardofone.mailed_person() returns uuid
language sql stable
set search_path = ''
as $$
  select nullif(split_part(held.value, ' ', 1), '')::uuid from (select current_setting('boardofone.mailed_person', true) as value) as held
  where split_part(held.value, ' ', 2) = coalesce(app.user_id()::text, 'link')
$$;
revoke all on function boardofone.mailed_person() from public;

ALTER TABLE "boardofone"."notices" ADD COLUMN "unsubscribe_hash" varchar(64);
CREATE INDEX "notices_unsubscribe_hash_idx" ON "boardofone"."notices" USING btree ("unsubscribe_hash");
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_unsubscribe_hash_check" CHECK ("boardofone"."notices"."unsubscribe_hash" ~ '^[0-9a-f]{64}$');
CREATE POLICY "select_mailed" ON "boardofone"."accounts" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("boardofone"."accounts"."user_id" = (select boardofone.mailed_person()));
CREATE POLICY "update_mailed" ON "boardofone"."accounts" AS PERMISSIVE FOR UPDATE TO "commons_owner" USING ("boardofone"."accounts"."user_id" = (select boardofone.mailed_person())) WITH CHECK (true);
CREATE POLICY "select_token" ON "boardofone"."notices" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("boardofone"."notices"."unsubscribe_hash" = (select boardofone.token_in_hand()));
REVOKE ALL ON "boardofone"."notices" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "kind", "reason", "run", "template_version", "unsubscribe_hash"), UPDATE ("read_at", "unsubscribe_hash") ON "boardofone"."notices" TO "authenticated";

-- Ends the mails of whoever has got the one with this token, however often it is asked; what was asked for is not told.
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
  perform set_config('boardofone.mailed_person', '', true);
end
$$;
revoke all on function boardofone.unsubscribe_by_link(text) from public;
grant execute on function boardofone.unsubscribe_by_link(text) to anon;
