DROP VIEW "boardofone"."call_costs";
DROP INDEX "boardofone"."calls_user_id_created_at_idx";
