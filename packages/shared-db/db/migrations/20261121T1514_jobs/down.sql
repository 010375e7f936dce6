DROP POLICY "select_own" ON "job_steps" CASCADE;
DROP POLICY "insert_own" ON "job_steps" CASCADE;
DROP POLICY "select_service" ON "job_steps" CASCADE;
DROP POLICY "delete_service" ON "job_steps" CASCADE;
DROP TABLE "job_steps" CASCADE;
