ALTER TABLE "boardofone"."sessions" DROP CONSTRAINT "sessions_fork_check";
ALTER TABLE "boardofone"."sessions" DROP CONSTRAINT "sessions_forked_round_check";
ALTER TABLE "boardofone"."sessions" DROP CONSTRAINT "sessions_forked_from_fk";
DROP INDEX "boardofone"."sessions_forked_from_idx";
ALTER TABLE "boardofone"."sessions" DROP COLUMN "forked_from";
ALTER TABLE "boardofone"."sessions" DROP COLUMN "forked_round";
ALTER TABLE "boardofone"."sessions" DROP COLUMN "fork_change";
REVOKE ALL ON "boardofone"."sessions" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "problem", "context", "constraints", "decide_by", "reversibility", "template", "max_rounds", "seats_wanted", "answer_wait_seconds", "cap_usd", "seed"), UPDATE ("status", "phase", "waits_for", "round_number", "cap_usd", "total_cost", "reserved_cost", "total_tokens", "sub_questions", "outcome", "stop_reason", "pause_reason", "fail_reason", "last_seq", "run", "completed_at", "killed_at", "killed_by", "kill_reason", "archived_at", "version"), DELETE ON "boardofone"."sessions" TO "authenticated";

-- Options and panel stand before anybody takes a position, and for good once the session is over. A session that goes takes them along.
create or replace function boardofone.keep_panel() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_phase text;
  session_status text;
begin
  select phase, status into session_phase, session_status from boardofone.sessions
    where id = case tg_op when 'DELETE' then old.session_id else new.session_id end for share;
  if session_phase not in ('problem_decomposition', 'panel_selection')
    or session_status in ('completed', 'failed', 'killed') then
    raise exception 'options and panel are fixed' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
