DROP POLICY "select_own" ON "boardofone"."share_links" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."share_links" CASCADE;
DROP POLICY "update_own" ON "boardofone"."share_links" CASCADE;
DROP POLICY "select_token" ON "boardofone"."share_links" CASCADE;
DROP TABLE "boardofone"."share_links" CASCADE;
drop function boardofone.memo_by_link(text);
revoke usage on schema boardofone from anon;
drop function boardofone.token_in_hand();
