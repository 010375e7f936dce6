CREATE INDEX "calls_user_id_created_at_idx" ON "boardofone"."calls" USING btree ("user_id","created_at");
CREATE VIEW "boardofone"."call_costs" WITH (security_invoker = true) AS (
    select call.id, call.user_id, call.session_id, call.step, call.purpose, call.round_number, call.seat_id, call.status, call.model,
      call.reserved_cost, call.cost, call.prompt_hash, call.created_at as made_at,
      case
        when call.purpose = 'decomposition' then 'problem_decomposition'
        when call.purpose = 'position' and call.round_number = 1 then 'initial_round'
        when call.purpose = 'position' then 'deliberation'
        when call.purpose = 'vote' then 'voting'
        when call.purpose in ('baseline', 'memo') then 'synthesis'
        else call.purpose
      end as phase,
      (select seat.persona_code from "boardofone"."seats" as seat where seat.id = call.seat_id) as persona_code,
      (select seat.name from "boardofone"."seats" as seat where seat.id = call.seat_id) as persona_name
    from "boardofone"."calls" as call
    where call.status in ('settled', 'failed') or call.cost > 0);
GRANT SELECT ON "boardofone"."call_costs" TO "authenticated";
