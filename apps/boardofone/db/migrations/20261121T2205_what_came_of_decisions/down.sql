DROP POLICY "select_own" ON "boardofone"."outcomes" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."outcomes" CASCADE;
DROP POLICY "update_own" ON "boardofone"."outcomes" CASCADE;
DROP TABLE "boardofone"."outcomes" CASCADE;
drop function boardofone.keep_reviewed();
