ALTER TABLE "chidi"."conversations" DROP COLUMN "deleted_at";
REVOKE ALL ON "chidi"."conversations" FROM "authenticated";
GRANT USAGE ON SCHEMA "chidi" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id"), UPDATE ("title", "title_source", "active_leaf_id", "last_message_at"), DELETE ON "chidi"."conversations" TO "authenticated";
