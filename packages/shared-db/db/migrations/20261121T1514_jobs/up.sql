CREATE TABLE "job_steps" (
	"user_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"step" varchar(100) NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_steps_user_id_job_id_step_pk" PRIMARY KEY("user_id","job_id","step")
);
ALTER TABLE "job_steps" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "job_steps" ADD CONSTRAINT "job_steps_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE POLICY "select_own" ON "job_steps" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("job_steps"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "job_steps" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("job_steps"."user_id" = (select app.user_id()));
CREATE POLICY "select_service" ON "job_steps" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "delete_service" ON "job_steps" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
ALTER TABLE "public"."job_steps" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ("user_id", "job_id", "step") ON "public"."job_steps" TO "authenticated";
GRANT SELECT, DELETE ON "public"."job_steps" TO "commons_service";
