CREATE TABLE "boardofone"."checkpoints" (
	"session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"round_number" smallint NOT NULL,
	"view_version" smallint NOT NULL,
	"view" jsonb NOT NULL,
	CONSTRAINT "checkpoints_user_id_session_id_seq_pk" PRIMARY KEY("user_id","session_id","seq")
);
ALTER TABLE "boardofone"."checkpoints" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."checkpoints" ADD CONSTRAINT "checkpoints_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."checkpoints" ADD CONSTRAINT "checkpoints_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."checkpoints" ADD CONSTRAINT "checkpoints_event_fk" FOREIGN KEY ("user_id","session_id","seq") REFERENCES "boardofone"."events"("user_id","session_id","seq") ON DELETE cascade ON UPDATE no action;
CREATE POLICY "select_own" ON "boardofone"."checkpoints" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."checkpoints"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."checkpoints" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."checkpoints"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."checkpoints" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("session_id", "seq", "user_id", "round_number", "view_version", "view") ON "boardofone"."checkpoints" TO "authenticated";
create trigger refuse_when_over before insert on boardofone.checkpoints
  for each row execute function boardofone.refuse_when_over();
