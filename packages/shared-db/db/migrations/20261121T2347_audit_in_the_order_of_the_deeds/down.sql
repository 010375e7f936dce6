ALTER TABLE "audit_log" ALTER COLUMN "timestamp" SET DEFAULT now();
