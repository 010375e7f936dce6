CREATE TABLE "boardofone"."notices" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" varchar(12) NOT NULL,
	"reason" varchar(20),
	"run" integer NOT NULL,
	"template_version" smallint NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_once_unique" UNIQUE("user_id","session_id","kind","run"),
	CONSTRAINT "notices_kind_check" CHECK ("boardofone"."notices"."kind" in ('completed', 'paused')),
	CONSTRAINT "notices_reason_check" CHECK (("boardofone"."notices"."kind" = 'paused') = ("boardofone"."notices"."reason" is not null))
);
ALTER TABLE "boardofone"."notices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."accounts" ADD COLUMN "has_mails" boolean DEFAULT true NOT NULL;
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
CREATE POLICY "select_own" ON "boardofone"."notices" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."notices"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."notices" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."notices"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."notices" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."notices"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."notices"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."notices" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."notices" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
REVOKE ALL ON "boardofone"."accounts" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "consent_at", "has_mails"), UPDATE ("consent_at", "has_mails") ON "boardofone"."accounts" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "kind", "reason", "run", "template_version"), UPDATE ("read_at") ON "boardofone"."notices" TO "authenticated";
