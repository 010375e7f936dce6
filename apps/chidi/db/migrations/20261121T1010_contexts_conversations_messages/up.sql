CREATE SCHEMA "chidi";
CREATE TABLE "chidi"."context_versions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"user_context_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" varchar(120) NOT NULL,
	"fields" jsonb NOT NULL,
	"content_hash" varchar(64) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "context_versions_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "context_versions_version_unique" UNIQUE("user_context_id","user_id","version")
);
ALTER TABLE "chidi"."context_versions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "chidi"."conversations" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"user_context_id" uuid NOT NULL,
	"title" varchar(200),
	"title_source" varchar(10) DEFAULT 'none' NOT NULL,
	"active_leaf_id" uuid,
	"last_message_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "conversations_title_source_check" CHECK ("chidi"."conversations"."title_source" in ('none', 'auto', 'manual')),
	CONSTRAINT "conversations_title_check" CHECK (("chidi"."conversations"."title_source" = 'none') = ("chidi"."conversations"."title" is null))
);
ALTER TABLE "chidi"."conversations" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "chidi"."messages" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"parent_id" uuid,
	"sibling_order" integer NOT NULL,
	"role" varchar(10) NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"status" varchar(12) NOT NULL,
	"lease_expires_at" timestamp with time zone,
	"error_code" varchar(50),
	"context_version_id" uuid,
	"receipt" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_id_conversation_id_unique" UNIQUE("id","conversation_id"),
	CONSTRAINT "messages_sibling_order_unique" UNIQUE NULLS NOT DISTINCT("parent_id","conversation_id","user_id","sibling_order"),
	CONSTRAINT "messages_role_check" CHECK ("chidi"."messages"."role" in ('user', 'assistant')),
	CONSTRAINT "messages_status_check" CHECK ("chidi"."messages"."status" in ('streaming', 'complete', 'stopped', 'interrupted', 'error')),
	CONSTRAINT "messages_lease_check" CHECK (("chidi"."messages"."status" = 'streaming') = ("chidi"."messages"."lease_expires_at" is not null)),
	CONSTRAINT "messages_error_check" CHECK (("chidi"."messages"."status" = 'error') = ("chidi"."messages"."error_code" is not null))
);
ALTER TABLE "chidi"."messages" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "chidi"."user_contexts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" varchar(120) NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"offers" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"tone" text DEFAULT '' NOT NULL,
	"policies" text DEFAULT '' NOT NULL,
	"goals" text DEFAULT '' NOT NULL,
	"locale" varchar(200) DEFAULT '' NOT NULL,
	"currency" varchar(200) DEFAULT '' NOT NULL,
	"do_not_say" text DEFAULT '' NOT NULL,
	"preferences" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_contexts_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "user_contexts_name_check" CHECK (btrim("chidi"."user_contexts"."name") <> ''),
	CONSTRAINT "user_contexts_version_check" CHECK ("chidi"."user_contexts"."version" > 0)
);
ALTER TABLE "chidi"."user_contexts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "chidi"."context_versions" ADD CONSTRAINT "context_versions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "chidi"."context_versions" ADD CONSTRAINT "context_versions_user_context_fk" FOREIGN KEY ("user_context_id","user_id") REFERENCES "chidi"."user_contexts"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "chidi"."conversations" ADD CONSTRAINT "conversations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "chidi"."conversations" ADD CONSTRAINT "conversations_user_context_fk" FOREIGN KEY ("user_context_id","user_id") REFERENCES "chidi"."user_contexts"("id","user_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "chidi"."messages" ADD CONSTRAINT "messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "chidi"."messages" ADD CONSTRAINT "messages_conversation_fk" FOREIGN KEY ("conversation_id","user_id") REFERENCES "chidi"."conversations"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "chidi"."messages" ADD CONSTRAINT "messages_parent_fk" FOREIGN KEY ("parent_id","conversation_id") REFERENCES "chidi"."messages"("id","conversation_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "chidi"."messages" ADD CONSTRAINT "messages_context_version_fk" FOREIGN KEY ("context_version_id","user_id") REFERENCES "chidi"."context_versions"("id","user_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "chidi"."user_contexts" ADD CONSTRAINT "user_contexts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "context_versions_user_id_idx" ON "chidi"."context_versions" USING btree ("user_id","created_at");
CREATE INDEX "conversations_user_id_idx" ON "chidi"."conversations" USING btree ("user_id","last_message_at","id");
CREATE INDEX "conversations_user_context_id_idx" ON "chidi"."conversations" USING btree ("user_context_id","user_id");
CREATE INDEX "messages_conversation_id_idx" ON "chidi"."messages" USING btree ("conversation_id","user_id","created_at","id");
CREATE INDEX "messages_streaming_idx" ON "chidi"."messages" USING btree ("user_id") WHERE "chidi"."messages"."status" = 'streaming';
CREATE INDEX "messages_user_id_idx" ON "chidi"."messages" USING btree ("user_id","created_at");
CREATE INDEX "messages_context_version_id_idx" ON "chidi"."messages" USING btree ("context_version_id","user_id");
CREATE INDEX "user_contexts_user_id_idx" ON "chidi"."user_contexts" USING btree ("user_id","created_at","id");
CREATE POLICY "select_own" ON "chidi"."context_versions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("chidi"."context_versions"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "chidi"."context_versions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("chidi"."context_versions"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "chidi"."conversations" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("chidi"."conversations"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "chidi"."conversations" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("chidi"."conversations"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "chidi"."conversations" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("chidi"."conversations"."user_id" = (select app.user_id())) WITH CHECK ("chidi"."conversations"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "chidi"."conversations" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("chidi"."conversations"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "chidi"."messages" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("chidi"."messages"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "chidi"."messages" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("chidi"."messages"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "chidi"."messages" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("chidi"."messages"."user_id" = (select app.user_id())) WITH CHECK ("chidi"."messages"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "chidi"."user_contexts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("chidi"."user_contexts"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "chidi"."user_contexts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("chidi"."user_contexts"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "chidi"."user_contexts" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("chidi"."user_contexts"."user_id" = (select app.user_id())) WITH CHECK ("chidi"."user_contexts"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "chidi"."user_contexts" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("chidi"."user_contexts"."user_id" = (select app.user_id()));
ALTER TABLE "chidi"."context_versions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "chidi"."conversations" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "chidi"."conversations" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "chidi"."messages" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "chidi"."messages" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "chidi"."user_contexts" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "chidi"."user_contexts" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "chidi" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id", "version", "name", "fields", "content_hash") ON "chidi"."context_versions" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id"), UPDATE ("title", "title_source", "active_leaf_id", "last_message_at"), DELETE ON "chidi"."conversations" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "conversation_id", "parent_id", "sibling_order", "role", "content", "status", "lease_expires_at", "context_version_id", "created_at"), UPDATE ("content", "status", "lease_expires_at", "error_code", "context_version_id", "receipt") ON "chidi"."messages" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "name", "company", "offers", "audience", "tone", "policies", "goals", "locale", "currency", "do_not_say", "preferences"), UPDATE ("name", "company", "offers", "audience", "tone", "policies", "goals", "locale", "currency", "do_not_say", "preferences", "version"), DELETE ON "chidi"."user_contexts" TO "authenticated";
