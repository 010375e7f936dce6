CREATE SCHEMA "boardofone";
CREATE TABLE "boardofone"."notes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" varchar(200) NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notes_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "notes_title_check" CHECK (btrim("boardofone"."notes"."title") <> '')
);
ALTER TABLE "boardofone"."notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."notes" ADD CONSTRAINT "notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "notes_user_id_idx" ON "boardofone"."notes" USING btree ("user_id","id");
CREATE POLICY "select_own" ON "boardofone"."notes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."notes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."notes" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."notes"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."notes" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."notes"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."notes" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."notes" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "title", "body"), UPDATE ("title", "body", "version"), DELETE ON "boardofone"."notes" TO "authenticated";
