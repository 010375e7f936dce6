ALTER TABLE "boardofone"."notices" DROP CONSTRAINT "notices_template_fk";
ALTER TABLE "boardofone"."mail_templates" DISABLE ROW LEVEL SECURITY;
DROP POLICY "select_signed_in" ON "boardofone"."mail_templates" CASCADE;
DROP POLICY "select_service" ON "boardofone"."mail_templates" CASCADE;
DROP POLICY "insert_service" ON "boardofone"."mail_templates" CASCADE;
DROP TABLE "boardofone"."mail_templates" CASCADE;
DROP INDEX "boardofone"."notices_template_idx";
drop function boardofone.keep_mail_template();
