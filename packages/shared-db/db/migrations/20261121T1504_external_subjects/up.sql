CREATE TABLE "identity"."external_subjects" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"not_before" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_subjects_issuer_subject_unique" UNIQUE("issuer","subject")
);
ALTER TABLE "identity"."external_subjects" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "identity"."external_subjects" ADD CONSTRAINT "external_subjects_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "external_subjects_user_id_idx" ON "identity"."external_subjects" USING btree ("user_id");
CREATE POLICY "select_service" ON "identity"."external_subjects" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "identity"."external_subjects" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "identity"."external_subjects" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "identity"."external_subjects" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
ALTER TABLE "identity"."external_subjects" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "identity" TO "commons_service";
GRANT SELECT, INSERT ("id", "user_id", "issuer", "subject"), UPDATE ("not_before"), DELETE ON "identity"."external_subjects" TO "commons_service";
