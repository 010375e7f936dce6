CREATE INDEX "conversations_deleted_at_idx" ON "chidi"."conversations" USING btree ("deleted_at");
CREATE POLICY "select_service" ON "chidi"."conversations" AS PERMISSIVE FOR SELECT TO "commons_service" USING ("chidi"."conversations"."deleted_at" < now() - interval '30 days');
CREATE POLICY "delete_service" ON "chidi"."conversations" AS PERMISSIVE FOR DELETE TO "commons_service" USING ("chidi"."conversations"."deleted_at" < now() - interval '30 days');
REVOKE ALL ON "chidi"."conversations" FROM "authenticated";
GRANT USAGE ON SCHEMA "chidi" TO "authenticated";
GRANT USAGE ON SCHEMA "chidi" TO "commons_service";
GRANT SELECT, INSERT ("id", "user_id", "user_context_id"), UPDATE ("title", "title_source", "active_leaf_id", "last_message_at", "deleted_at"), DELETE ON "chidi"."conversations" TO "authenticated";
GRANT SELECT, DELETE ON "chidi"."conversations" TO "commons_service";
