CREATE SCHEMA "grace";
CREATE TABLE "grace"."notes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" varchar(200) NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notes_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "notes_title_check" CHECK (btrim("grace"."notes"."title") <> '')
);
ALTER TABLE "grace"."notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."notes" ADD CONSTRAINT "notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "notes_user_id_idx" ON "grace"."notes" USING btree ("user_id","id");
CREATE POLICY "select_own" ON "grace"."notes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "grace"."notes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "grace"."notes" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."notes"."user_id" = (select app.user_id())) WITH CHECK ("grace"."notes"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "grace"."notes" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."notes"."user_id" = (select app.user_id()));
ALTER TABLE "grace"."notes" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."notes" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "title", "body"), UPDATE ("title", "body", "version"), DELETE ON "grace"."notes" TO "authenticated";
