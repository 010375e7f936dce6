CREATE TABLE "grace"."handover_marks" (
	"profile_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"read_until" timestamp with time zone NOT NULL,
	CONSTRAINT "handover_marks_profile_id_user_id_pk" PRIMARY KEY("profile_id","user_id")
);
ALTER TABLE "grace"."handover_marks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."handover_marks" ADD CONSTRAINT "handover_marks_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."handover_marks" ADD CONSTRAINT "handover_marks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "handover_marks_user_id_idx" ON "grace"."handover_marks" USING btree ("user_id");
CREATE POLICY "select_own" ON "grace"."handover_marks" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."handover_marks"."user_id" = (select app.user_id()) and "grace"."handover_marks"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "insert_own" ON "grace"."handover_marks" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."handover_marks"."user_id" = (select app.user_id()) and "grace"."handover_marks"."profile_id" = any (array(select grace.visible_profiles())));
CREATE POLICY "update_own" ON "grace"."handover_marks" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."handover_marks"."user_id" = (select app.user_id()) and "grace"."handover_marks"."profile_id" = any (array(select grace.visible_profiles()))) WITH CHECK ("grace"."handover_marks"."user_id" = (select app.user_id()) and "grace"."handover_marks"."profile_id" = any (array(select grace.visible_profiles())));
ALTER TABLE "grace"."handover_marks" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("profile_id", "user_id", "read_until"), UPDATE ("read_until") ON "grace"."handover_marks" TO "authenticated";
