drop trigger keep_end on boardofone.sessions;
drop function boardofone.keep_end();
drop trigger refuse_when_over on boardofone.calls;
create or replace function boardofone.keep_panel() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_phase text;
begin
  select phase into session_phase from boardofone.sessions
    where id = case tg_op when 'DELETE' then old.session_id else new.session_id end for share;
  if session_phase not in ('problem_decomposition', 'panel_selection') then
    raise exception 'options and panel are fixed' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create or replace function boardofone.keep_sequence() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  newest integer;
begin
  select coalesce(max(seq), 0) into newest from boardofone.events where session_id = new.session_id;
  if new.seq <> newest + 1 then
    raise exception 'event % does not follow %', new.seq, newest using errcode = 'check_violation';
  end if;
  return new;
end
$$;
ALTER TABLE "boardofone"."sessions" DROP CONSTRAINT "sessions_pause_check";
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_pause_check" CHECK ("boardofone"."sessions"."pause_reason" in ('owner', 'cost_cap', 'below_quorum', 'model_unavailable'));
