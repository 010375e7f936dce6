ALTER TABLE "grace"."session_summaries" DROP CONSTRAINT "session_summaries_seen_before_shared_check";
ALTER TABLE "grace"."session_summaries" ADD CONSTRAINT "session_summaries_seen_first_check" CHECK ("grace"."session_summaries"."shared_at" is null or "grace"."session_summaries"."seen_at" <= "grace"."session_summaries"."shared_at");
