CREATE TABLE "boardofone"."follow_ups" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"seat_id" uuid,
	"question" text NOT NULL,
	"status" varchar(10) DEFAULT 'asked' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"failure" varchar(40),
	"run" integer DEFAULT 1 NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"reserved_cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"input_tokens" integer,
	"output_tokens" integer,
	"provider" varchar(60),
	"model" varchar(200),
	"prompt_hash" varchar(64) DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "follow_ups_question_check" CHECK (btrim("boardofone"."follow_ups"."question") <> ''),
	CONSTRAINT "follow_ups_status_check" CHECK ("boardofone"."follow_ups"."status" in ('asked', 'answered', 'failed')),
	CONSTRAINT "follow_ups_answer_check" CHECK (("boardofone"."follow_ups"."status" = 'answered') = ("boardofone"."follow_ups"."answer" <> '') and ("boardofone"."follow_ups"."status" = 'answered') = ("boardofone"."follow_ups"."answered_at" is not null)),
	CONSTRAINT "follow_ups_failure_check" CHECK (("boardofone"."follow_ups"."status" = 'failed') = ("boardofone"."follow_ups"."failure" is not null)),
	CONSTRAINT "follow_ups_cost_check" CHECK ("boardofone"."follow_ups"."cost" >= 0 and "boardofone"."follow_ups"."cost" < 1000000),
	CONSTRAINT "follow_ups_reserved_cost_check" CHECK ("boardofone"."follow_ups"."reserved_cost" >= 0 and "boardofone"."follow_ups"."reserved_cost" < 1000000)
);
ALTER TABLE "boardofone"."follow_ups" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."follow_ups" ADD CONSTRAINT "follow_ups_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."follow_ups" ADD CONSTRAINT "follow_ups_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."follow_ups" ADD CONSTRAINT "follow_ups_seat_fk" FOREIGN KEY ("seat_id","session_id") REFERENCES "boardofone"."seats"("id","session_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "follow_ups_session_id_idx" ON "boardofone"."follow_ups" USING btree ("user_id","session_id","id");
CREATE INDEX "follow_ups_seat_id_idx" ON "boardofone"."follow_ups" USING btree ("seat_id","session_id");
CREATE POLICY "select_own" ON "boardofone"."follow_ups" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."follow_ups"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."follow_ups" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."follow_ups"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."follow_ups" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."follow_ups"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."follow_ups"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."follow_ups" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."follow_ups" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "seat_id", "question"), UPDATE ("status", "answer", "failure", "run", "attempts", "reserved_cost", "cost", "input_tokens", "output_tokens", "provider", "model", "prompt_hash", "answered_at") ON "boardofone"."follow_ups" TO "authenticated";
-- A question follows a session that came to something; the lock makes a deletion wait.
create function boardofone.refuse_before_memo() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_status text;
begin
  select status into session_status from boardofone.sessions where id = new.session_id for share;
  if session_status <> 'completed' then
    raise exception 'this session is not complete' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger refuse_before_memo before insert on boardofone.follow_ups
  for each row execute function boardofone.refuse_before_memo();

-- What was answered stays as it was; only what a late answer cost is still counted.
create function boardofone.keep_answer() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  raise exception 'this question is answered' using errcode = 'check_violation';
end
$$;
create trigger keep_answer before update on boardofone.follow_ups
  for each row when (
    old.status = 'answered'
    and (
      old.status, old.answer, old.failure, old.run, old.attempts, old.reserved_cost, old.input_tokens, old.output_tokens,
      old.provider, old.model, old.prompt_hash, old.answered_at
    ) is distinct from (
      new.status, new.answer, new.failure, new.run, new.attempts, new.reserved_cost, new.input_tokens, new.output_tokens,
      new.provider, new.model, new.prompt_hash, new.answered_at
    )
  ) execute function boardofone.keep_answer();
revoke all on function boardofone.refuse_before_memo(), boardofone.keep_answer() from public;
