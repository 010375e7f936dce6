CREATE TABLE "boardofone"."outcomes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"statement" varchar(500) NOT NULL,
	"probability" numeric(3, 2) NOT NULL,
	"review_on" date NOT NULL,
	"resolved_at" timestamp with time zone,
	"has_happened" boolean,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "outcomes_session_id_unique" UNIQUE("user_id","session_id"),
	CONSTRAINT "outcomes_statement_check" CHECK (btrim("boardofone"."outcomes"."statement") <> ''),
	CONSTRAINT "outcomes_probability_check" CHECK ("boardofone"."outcomes"."probability" >= 0 and "boardofone"."outcomes"."probability" <= 1),
	CONSTRAINT "outcomes_resolved_check" CHECK (("boardofone"."outcomes"."resolved_at" is not null) = ("boardofone"."outcomes"."has_happened" is not null))
);
ALTER TABLE "boardofone"."outcomes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."outcomes" ADD CONSTRAINT "outcomes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."outcomes" ADD CONSTRAINT "outcomes_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."outcomes" ADD CONSTRAINT "outcomes_option_fk" FOREIGN KEY ("option_id","session_id") REFERENCES "boardofone"."options"("id","session_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "outcomes_option_id_idx" ON "boardofone"."outcomes" USING btree ("option_id","session_id");
CREATE INDEX "outcomes_review_on_idx" ON "boardofone"."outcomes" USING btree ("user_id","review_on");
CREATE POLICY "select_own" ON "boardofone"."outcomes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."outcomes"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."outcomes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."outcomes"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."outcomes" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."outcomes"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."outcomes"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."outcomes" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."outcomes" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "session_id", "option_id", "statement", "probability", "review_on"), UPDATE ("option_id", "statement", "probability", "review_on", "resolved_at", "has_happened", "note", "version") ON "boardofone"."outcomes" TO "authenticated";

-- What has been reviewed stays as it is, so that no forecast gets better in hindsight.
create function boardofone.keep_reviewed() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  raise exception 'this outcome has been reviewed' using errcode = 'check_violation';
end
$$;
revoke all on function boardofone.keep_reviewed() from public;
create trigger keep_reviewed before update on boardofone.outcomes
  for each row when (old.resolved_at is not null) execute function boardofone.keep_reviewed();
