ALTER TABLE "boardofone"."sessions" ADD COLUMN "forked_from" uuid;
ALTER TABLE "boardofone"."sessions" ADD COLUMN "forked_round" smallint;
ALTER TABLE "boardofone"."sessions" ADD COLUMN "fork_change" jsonb;
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_forked_from_fk" FOREIGN KEY ("forked_from","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "sessions_forked_from_idx" ON "boardofone"."sessions" USING btree ("forked_from","user_id");
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_fork_check" CHECK (num_nulls("boardofone"."sessions"."forked_from", "boardofone"."sessions"."forked_round", "boardofone"."sessions"."fork_change") in (0, 3));
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_forked_round_check" CHECK ("boardofone"."sessions"."forked_round" between 0 and "boardofone"."sessions"."max_rounds" + 1 and "boardofone"."sessions"."forked_from" <> "boardofone"."sessions"."id");
REVOKE ALL ON "boardofone"."sessions" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "problem", "context", "constraints", "decide_by", "reversibility", "template", "max_rounds", "seats_wanted", "answer_wait_seconds", "cap_usd", "seed", "forked_from", "forked_round", "fork_change"), UPDATE ("status", "phase", "waits_for", "round_number", "cap_usd", "total_cost", "reserved_cost", "total_tokens", "sub_questions", "outcome", "stop_reason", "pause_reason", "fail_reason", "last_seq", "run", "completed_at", "killed_at", "killed_by", "kill_reason", "archived_at", "version"), DELETE ON "boardofone"."sessions" TO "authenticated";

-- Options and panel stand before anybody takes a position, and for good once the session is over. A session or a person that goes takes
-- them along: what a foreign key deletes is deleted from within another trigger.
create or replace function boardofone.keep_panel() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_phase text;
  session_status text;
begin
  if tg_op = 'DELETE' and pg_catalog.pg_trigger_depth() > 1 then
    return old;
  end if;
  select phase, status into session_phase, session_status from boardofone.sessions
    where id = case tg_op when 'DELETE' then old.session_id else new.session_id end for share;
  if session_phase not in ('problem_decomposition', 'panel_selection')
    or session_status in ('completed', 'failed', 'killed') then
    raise exception 'options and panel are fixed' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
