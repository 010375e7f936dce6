CREATE TABLE "boardofone"."checkouts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tier" varchar(12) NOT NULL,
	"provider_id" varchar(255),
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkouts_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "checkouts_tier_check" CHECK ("boardofone"."checkouts"."tier" in ('free', 'pro', 'enterprise'))
);
ALTER TABLE "boardofone"."checkouts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."payment_events" (
	"id" varchar(255) PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE "boardofone"."payment_events" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"provider_id" varchar(255) NOT NULL,
	"customer_id" varchar(255) NOT NULL,
	"tier" varchar(12) NOT NULL,
	"state" varchar(12) NOT NULL,
	"period_ends_at" timestamp with time zone,
	"is_ending" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "subscriptions_provider_id_unique" UNIQUE("provider_id"),
	CONSTRAINT "subscriptions_tier_check" CHECK ("boardofone"."subscriptions"."tier" in ('free', 'pro', 'enterprise')),
	CONSTRAINT "subscriptions_state_check" CHECK ("boardofone"."subscriptions"."state" in ('active', 'past_due', 'unpaid', 'ended'))
);
ALTER TABLE "boardofone"."subscriptions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."checkouts" ADD CONSTRAINT "checkouts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."subscriptions" ADD CONSTRAINT "subscriptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
CREATE INDEX "subscriptions_user_id_idx" ON "boardofone"."subscriptions" USING btree ("user_id");
CREATE INDEX "subscriptions_customer_id_idx" ON "boardofone"."subscriptions" USING btree ("customer_id");
CREATE POLICY "select_own" ON "boardofone"."checkouts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."checkouts"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."checkouts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."checkouts"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."checkouts" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."checkouts"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."checkouts"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."checkouts" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."checkouts"."user_id" = (select app.user_id()));
CREATE POLICY "select_service" ON "boardofone"."payment_events" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "boardofone"."payment_events" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "delete_service" ON "boardofone"."payment_events" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
CREATE POLICY "select_own" ON "boardofone"."subscriptions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."subscriptions"."user_id" = (select app.user_id()));
CREATE POLICY "select_service" ON "boardofone"."subscriptions" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "boardofone"."subscriptions" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "boardofone"."subscriptions" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "delete_service" ON "boardofone"."subscriptions" AS PERMISSIVE FOR DELETE TO "commons_service" USING (true);
ALTER TABLE "boardofone"."checkouts" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."checkouts" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."payment_events" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."subscriptions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."subscriptions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "tier", "expires_at"), UPDATE ("provider_id"), DELETE ON "boardofone"."checkouts" TO "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "commons_service";
GRANT SELECT, INSERT ("id"), DELETE ON "boardofone"."payment_events" TO "commons_service";
GRANT SELECT ON "boardofone"."subscriptions" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "provider_id", "customer_id", "tier", "state", "period_ends_at", "is_ending"), UPDATE ("tier", "state", "period_ends_at", "is_ending", "version"), DELETE ON "boardofone"."subscriptions" TO "commons_service";
