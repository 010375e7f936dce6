DROP POLICY "select_own" ON "template"."notes" CASCADE;
DROP POLICY "insert_own" ON "template"."notes" CASCADE;
DROP POLICY "update_own" ON "template"."notes" CASCADE;
DROP POLICY "delete_own" ON "template"."notes" CASCADE;
DROP TABLE "template"."notes" CASCADE;
DROP SCHEMA "template";
