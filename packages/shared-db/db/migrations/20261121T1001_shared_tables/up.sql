CREATE SCHEMA "identity";
CREATE TABLE "identity"."accounts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_account_unique" UNIQUE("provider_id","account_id")
);
ALTER TABLE "identity"."accounts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid,
	"app" varchar(50),
	"action" varchar(100) NOT NULL,
	"resource_type" varchar(50) NOT NULL,
	"resource_id" varchar(255),
	"details" jsonb,
	"ip_address" varchar(45),
	"user_agent" varchar(500),
	"request_id" varchar(100),
	"timestamp" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "identity"."email_verifications" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"verified_at" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "identity"."email_verifications" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "model_usage" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"app" varchar(50) NOT NULL,
	"purpose" varchar(50) NOT NULL,
	"provider" varchar(100) NOT NULL,
	"model" varchar(200) NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"cost_usd" numeric(14, 8),
	"usage_source" varchar(20) NOT NULL,
	"priced_on" date,
	"resource_type" varchar(50) NOT NULL,
	"resource_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_usage_source_check" CHECK ("model_usage"."usage_source" in ('provider', 'estimate', 'unknown')),
	CONSTRAINT "model_usage_tokens_check" CHECK ("model_usage"."input_tokens" >= 0 and "model_usage"."output_tokens" >= 0),
	CONSTRAINT "model_usage_cost_check" CHECK ("model_usage"."cost_usd" >= 0 and "model_usage"."cost_usd" <> 'NaN')
);
ALTER TABLE "model_usage" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "identity"."sessions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
ALTER TABLE "identity"."sessions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"email" varchar(255) NOT NULL,
	"google_id" varchar(255),
	"full_name" varchar(255),
	"avatar_url" text,
	"created_at" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
	"updated_at" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
	"last_login" timestamp with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_google_id_unique" UNIQUE("google_id")
);
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "identity"."verifications" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "identity"."verifications" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "identity"."accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "identity"."email_verifications" ADD CONSTRAINT "email_verifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "identity"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "accounts_user_id_idx" ON "identity"."accounts" USING btree ("user_id");
CREATE INDEX "audit_log_user_id_idx" ON "audit_log" USING btree ("user_id","timestamp","id");
CREATE INDEX "audit_log_timestamp_idx" ON "audit_log" USING btree ("timestamp");
CREATE INDEX "audit_log_resource_idx" ON "audit_log" USING btree ("resource_type","resource_id");
CREATE INDEX "model_usage_user_id_idx" ON "model_usage" USING btree ("user_id","created_at","id");
CREATE INDEX "sessions_user_id_idx" ON "identity"."sessions" USING btree ("user_id");
CREATE UNIQUE INDEX "users_email_lower_idx" ON "users" USING btree (lower("email"));
CREATE INDEX "verifications_identifier_idx" ON "identity"."verifications" USING btree ("identifier");
CREATE POLICY "select_service" ON "identity"."accounts" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "identity"."accounts" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "identity"."accounts" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "identity"."accounts" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
CREATE POLICY "select_own" ON "audit_log" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("audit_log"."user_id" = (select app.user_id()));
CREATE POLICY "insert_writer" ON "audit_log" AS PERMISSIVE FOR INSERT TO "commons_owner" WITH CHECK (true);
CREATE POLICY "select_service" ON "identity"."email_verifications" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "identity"."email_verifications" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "delete_service" ON "identity"."email_verifications" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
CREATE POLICY "select_own" ON "model_usage" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("model_usage"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "model_usage" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("model_usage"."user_id" = (select app.user_id()));
CREATE POLICY "select_service" ON "identity"."sessions" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "identity"."sessions" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "identity"."sessions" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "identity"."sessions" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
CREATE POLICY "select_own" ON "users" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("users"."id" = (select app.user_id()));
CREATE POLICY "update_own" ON "users" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("users"."id" = (select app.user_id())) WITH CHECK ("users"."id" = (select app.user_id()));
CREATE POLICY "select_service" ON "users" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "users" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "users" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "users" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
CREATE POLICY "select_service" ON "identity"."verifications" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "identity"."verifications" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "identity"."verifications" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "identity"."verifications" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
ALTER TABLE "identity"."accounts" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "identity"."accounts" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "public"."audit_log" FORCE ROW LEVEL SECURITY;
ALTER TABLE "identity"."email_verifications" FORCE ROW LEVEL SECURITY;
ALTER TABLE "public"."model_usage" FORCE ROW LEVEL SECURITY;
ALTER TABLE "identity"."sessions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "identity"."sessions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "public"."users" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "public"."users" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "identity"."verifications" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "identity"."verifications" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "identity" TO "commons_service";
GRANT SELECT, INSERT ("id", "user_id", "provider_id", "account_id", "password", "access_token", "refresh_token", "id_token", "access_token_expires_at", "refresh_token_expires_at", "scope", "created_at", "updated_at"), UPDATE ("password", "access_token", "refresh_token", "id_token", "access_token_expires_at", "refresh_token_expires_at", "scope", "updated_at"), DELETE ON "identity"."accounts" TO "commons_service";
GRANT SELECT ON "public"."audit_log" TO "authenticated";
GRANT SELECT, INSERT ("user_id"), DELETE ON "identity"."email_verifications" TO "commons_service";
GRANT SELECT, INSERT ("user_id", "app", "purpose", "provider", "model", "input_tokens", "output_tokens", "cost_usd", "usage_source", "priced_on", "resource_type", "resource_id") ON "public"."model_usage" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "token", "expires_at", "ip_address", "user_agent", "created_at", "updated_at"), UPDATE ("token", "expires_at", "ip_address", "user_agent", "updated_at"), DELETE ON "identity"."sessions" TO "commons_service";
GRANT SELECT, UPDATE ("full_name", "avatar_url") ON "public"."users" TO "authenticated";
GRANT SELECT, INSERT ("id", "email", "google_id", "full_name", "avatar_url"), UPDATE ("email", "google_id", "full_name", "avatar_url", "last_login"), DELETE ON "public"."users" TO "commons_service";
GRANT SELECT, INSERT ("id", "identifier", "value", "expires_at", "created_at", "updated_at"), UPDATE ("value", "expires_at", "updated_at"), DELETE ON "identity"."verifications" TO "commons_service";
