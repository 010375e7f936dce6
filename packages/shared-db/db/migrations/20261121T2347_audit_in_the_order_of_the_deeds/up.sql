ALTER TABLE "audit_log" ALTER COLUMN "timestamp" SET DEFAULT clock_timestamp();
