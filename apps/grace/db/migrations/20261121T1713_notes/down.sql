DROP POLICY "select_own" ON "grace"."notes" CASCADE;
DROP POLICY "insert_own" ON "grace"."notes" CASCADE;
DROP POLICY "update_own" ON "grace"."notes" CASCADE;
DROP POLICY "delete_own" ON "grace"."notes" CASCADE;
DROP TABLE "grace"."notes" CASCADE;
DROP SCHEMA "grace";
