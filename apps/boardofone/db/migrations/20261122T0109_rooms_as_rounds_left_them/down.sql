DROP POLICY "select_own" ON "boardofone"."checkpoints" CASCADE;
DROP POLICY "insert_own" ON "boardofone"."checkpoints" CASCADE;
DROP TABLE "boardofone"."checkpoints" CASCADE;
