ALTER TABLE "boardofone"."sessions" ADD COLUMN "template" varchar(40);
REVOKE ALL ON "boardofone"."sessions" FROM "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "problem", "context", "constraints", "decide_by", "reversibility", "template", "max_rounds", "seats_wanted", "answer_wait_seconds", "cap_usd", "seed"), UPDATE ("status", "phase", "waits_for", "round_number", "cap_usd", "total_cost", "reserved_cost", "total_tokens", "sub_questions", "outcome", "stop_reason", "pause_reason", "fail_reason", "last_seq", "run", "completed_at", "killed_at", "killed_by", "kill_reason", "archived_at", "version"), DELETE ON "boardofone"."sessions" TO "authenticated";
