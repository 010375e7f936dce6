DROP INDEX "chidi"."conversations_deleted_at_idx";
DROP POLICY "select_service" ON "chidi"."conversations" CASCADE;
DROP POLICY "delete_service" ON "chidi"."conversations" CASCADE;
REVOKE ALL ON "chidi"."conversations" FROM "authenticated";
REVOKE ALL ON "chidi"."conversations" FROM "commons_service";
GRANT USAGE ON SCHEMA "chidi" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id"), UPDATE ("title", "title_source", "active_leaf_id", "last_message_at", "deleted_at"), DELETE ON "chidi"."conversations" TO "authenticated";
REVOKE USAGE ON SCHEMA "chidi" FROM "commons_service";
