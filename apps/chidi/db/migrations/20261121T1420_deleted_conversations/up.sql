ALTER TABLE "chidi"."conversations" ADD COLUMN "deleted_at" timestamp with time zone;
REVOKE ALL ON "chidi"."conversations" FROM "authenticated";
GRANT USAGE ON SCHEMA "chidi" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id"), UPDATE ("title", "title_source", "active_leaf_id", "last_message_at", "deleted_at"), DELETE ON "chidi"."conversations" TO "authenticated";
