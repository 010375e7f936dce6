CREATE TABLE "boardofone"."own_persona_versions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"persona_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" varchar(80) NOT NULL,
	"job" varchar(200) NOT NULL,
	"expertise" varchar(500) NOT NULL,
	"business_function" varchar(60) NOT NULL,
	"temperament" varchar(60) NOT NULL,
	"method" varchar(60) NOT NULL,
	"loss_function" varchar(500) NOT NULL,
	"blind_spots" text[] NOT NULL,
	"keywords" text[] NOT NULL,
	"is_adversarial" boolean NOT NULL,
	"system_prompt" text NOT NULL,
	CONSTRAINT "own_persona_versions_version_unique" UNIQUE("user_id","persona_id","version"),
	CONSTRAINT "own_persona_versions_version_check" CHECK ("boardofone"."own_persona_versions"."version" > 0),
	CONSTRAINT "own_persona_versions_name_check" CHECK (btrim("boardofone"."own_persona_versions"."name") <> ''),
	CONSTRAINT "own_persona_versions_prompt_check" CHECK (length("boardofone"."own_persona_versions"."system_prompt") between 1 and 6000),
	CONSTRAINT "own_persona_versions_blind_spots_check" CHECK (cardinality("boardofone"."own_persona_versions"."blind_spots") <= 6)
);
ALTER TABLE "boardofone"."own_persona_versions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."own_personas" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" varchar(50) GENERATED ALWAYS AS ('mine_' || replace(id::text, '-', '')) STORED NOT NULL,
	"based_on" varchar(50) NOT NULL,
	"current_version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "own_personas_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "own_personas_code_unique" UNIQUE("user_id","code"),
	CONSTRAINT "own_personas_current_version_check" CHECK ("boardofone"."own_personas"."current_version" > 0)
);
ALTER TABLE "boardofone"."own_personas" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."persona_trials" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"persona_id" uuid NOT NULL,
	"persona_version" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"status" varchar(10) DEFAULT 'asked' NOT NULL,
	"error_code" varchar(40),
	"is_rehearsal" boolean DEFAULT false NOT NULL,
	"reserved_cost" numeric(14, 8) NOT NULL,
	"cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	CONSTRAINT "persona_trials_status_check" CHECK ("boardofone"."persona_trials"."status" in ('asked', 'answered', 'failed')),
	CONSTRAINT "persona_trials_question_check" CHECK (length("boardofone"."persona_trials"."question") <= 1000),
	CONSTRAINT "persona_trials_cost_check" CHECK ("boardofone"."persona_trials"."cost" >= 0 and "boardofone"."persona_trials"."cost" < 1000000),
	CONSTRAINT "persona_trials_reserved_cost_check" CHECK ("boardofone"."persona_trials"."reserved_cost" >= 0 and "boardofone"."persona_trials"."reserved_cost" < 1000000)
);
ALTER TABLE "boardofone"."persona_trials" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."personas" DROP CONSTRAINT "personas_code_check";
ALTER TABLE "boardofone"."seats" ADD COLUMN "own_persona_id" uuid GENERATED ALWAYS AS (case when left(persona_code, 5) = 'mine_' then substr(persona_code, 6)::uuid end) STORED;
ALTER TABLE "boardofone"."own_persona_versions" ADD CONSTRAINT "own_persona_versions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."own_persona_versions" ADD CONSTRAINT "own_persona_versions_persona_fk" FOREIGN KEY ("persona_id","user_id") REFERENCES "boardofone"."own_personas"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."own_personas" ADD CONSTRAINT "own_personas_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."persona_trials" ADD CONSTRAINT "persona_trials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "persona_trials_created_at_idx" ON "boardofone"."persona_trials" USING btree ("user_id","created_at");
ALTER TABLE "boardofone"."seats" ADD CONSTRAINT "seats_own_persona_fk" FOREIGN KEY ("user_id","own_persona_id","persona_version") REFERENCES "boardofone"."own_persona_versions"("user_id","persona_id","version") ON DELETE no action ON UPDATE no action;
CREATE INDEX "seats_own_persona_idx" ON "boardofone"."seats" USING btree ("user_id","own_persona_id","persona_version");
CREATE INDEX "sessions_created_at_idx" ON "boardofone"."sessions" USING btree ("user_id","created_at");
CREATE INDEX "sessions_total_cost_idx" ON "boardofone"."sessions" USING btree ("user_id","total_cost");
ALTER TABLE "boardofone"."personas" ADD CONSTRAINT "personas_code_check" CHECK ("boardofone"."personas"."code" ~ '^(?!mine_)[a-z][a-z0-9_]+$');
CREATE POLICY "select_own" ON "boardofone"."own_persona_versions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."own_persona_versions"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."own_persona_versions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."own_persona_versions"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."own_persona_versions" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."own_persona_versions"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."own_persona_versions"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."own_personas" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."own_personas"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."own_personas" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."own_personas"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."own_personas" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."own_personas"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."own_personas"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."own_personas" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."own_personas"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."persona_trials" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."persona_trials"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."persona_trials" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."persona_trials"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."persona_trials" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."persona_trials"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."persona_trials"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."own_persona_versions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."own_persona_versions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."own_personas" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."own_personas" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."persona_trials" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."persona_trials" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "persona_id", "version", "name", "job", "expertise", "business_function", "temperament", "method", "loss_function", "blind_spots", "keywords", "is_adversarial", "system_prompt"), UPDATE ("name", "job", "loss_function", "blind_spots", "system_prompt") ON "boardofone"."own_persona_versions" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "based_on"), UPDATE ("current_version", "archived_at", "version"), DELETE ON "boardofone"."own_personas" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "persona_id", "persona_version", "question", "reserved_cost", "is_rehearsal"), UPDATE ("persona_version", "question", "answer", "status", "error_code", "is_rehearsal", "reserved_cost", "cost") ON "boardofone"."persona_trials" TO "authenticated";

-- A wording that a session has stays as it is; another one is another version.
create function boardofone.keep_wording() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if exists (
    select from boardofone.seats as seat
    where seat.user_id = old.user_id and seat.own_persona_id = old.persona_id and seat.persona_version = old.version
  ) then
    raise exception 'a session has this wording' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke all on function boardofone.keep_wording() from public;
create trigger keep_wording before update on boardofone.own_persona_versions
  for each row execute function boardofone.keep_wording();
