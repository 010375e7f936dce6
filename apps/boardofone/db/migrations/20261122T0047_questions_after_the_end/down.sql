DROP POLICY "select_own" ON "boardofone"."follow_ups" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."follow_ups" CASCADE;
DROP POLICY "update_own" ON "boardofone"."follow_ups" CASCADE;
DROP TABLE "boardofone"."follow_ups" CASCADE;
drop function boardofone.refuse_before_memo(), boardofone.keep_answer();
