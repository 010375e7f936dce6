ALTER TABLE "boardofone"."sessions" DROP CONSTRAINT "sessions_pause_check";
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_pause_check" CHECK ("boardofone"."sessions"."pause_reason" in ('owner', 'cost_cap', 'below_quorum', 'model_unavailable', 'no_consent', 'daily_quota'));
-- Nothing is added to a session that is over, calls included.
create trigger refuse_when_over before insert on boardofone.calls
  for each row execute function boardofone.refuse_when_over();

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

-- The log has no gaps and no second thoughts, and nothing follows the end.
create or replace function boardofone.keep_sequence() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  newest integer;
  newest_type text;
begin
  select seq, type into newest, newest_type from boardofone.events
    where session_id = new.session_id order by seq desc limit 1;
  newest := coalesce(newest, 0);
  if new.seq <> newest + 1 then
    raise exception 'event % does not follow %', new.seq, newest using errcode = 'check_violation';
  end if;
  if newest_type in ('session_completed', 'session_failed', 'session_killed') then
    raise exception 'nothing follows the end of a session' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- How a session ended stays as it was; only what late answers cost is still counted, and the list may put it away.
create function boardofone.keep_end() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  raise exception 'how this session ended is fixed' using errcode = 'check_violation';
end
$$;
create trigger keep_end before update on boardofone.sessions
  for each row when (
    old.status in ('completed', 'failed', 'killed')
    and (
      old.status, old.phase, old.waits_for, old.round_number, old.cap_usd, old.sub_questions, old.outcome, old.stop_reason,
      old.fail_reason, old.run, old.completed_at, old.killed_at, old.killed_by, old.kill_reason
    ) is distinct from (
      new.status, new.phase, new.waits_for, new.round_number, new.cap_usd, new.sub_questions, new.outcome, new.stop_reason,
      new.fail_reason, new.run, new.completed_at, new.killed_at, new.killed_by, new.kill_reason
    )
  ) execute function boardofone.keep_end();
revoke all on function boardofone.keep_end() from public;
