DROP POLICY "select_own" ON "boardofone"."notes" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."notes" CASCADE;
DROP POLICY "update_own" ON "boardofone"."notes" CASCADE;
DROP POLICY "delete_own" ON "boardofone"."notes" CASCADE;
DROP TABLE "boardofone"."notes" CASCADE;
DROP SCHEMA "boardofone";
