DROP POLICY "select_service" ON "identity"."external_subjects" CASCADE;
DROP POLICY "insert_service" ON "identity"."external_subjects" CASCADE;
DROP POLICY "update_service" ON "identity"."external_subjects" CASCADE;
DROP POLICY "delete_service" ON "identity"."external_subjects" CASCADE;
DROP TABLE "identity"."external_subjects" CASCADE;
