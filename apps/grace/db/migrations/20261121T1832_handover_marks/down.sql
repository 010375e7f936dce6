DROP POLICY "select_own" ON "grace"."handover_marks" CASCADE;
DROP POLICY "insert_own" ON "grace"."handover_marks" CASCADE;
DROP POLICY "update_own" ON "grace"."handover_marks" CASCADE;
DROP TABLE "grace"."handover_marks" CASCADE;
