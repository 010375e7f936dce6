ALTER TABLE "grace"."schedules" ADD CONSTRAINT "schedules_id_medication_id_unique" UNIQUE("id","medication_id","profile_id");
CREATE TABLE "grace"."dose_effects" (
	"administration_id" uuid NOT NULL,
	"profile_id" uuid NOT NULL,
	"effect" varchar(20) NOT NULL,
	"note" varchar(300) DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid DEFAULT app.user_id(),
	CONSTRAINT "dose_effects_administration_id_profile_id_pk" PRIMARY KEY("administration_id","profile_id"),
	CONSTRAINT "dose_effects_effect_check" CHECK ("grace"."dose_effects"."effect" in ('helped', 'helped_a_little', 'did_not_help', 'cannot_tell'))
);
ALTER TABLE "grace"."dose_effects" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."dose_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" uuid NOT NULL,
	"medication_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"local_date" date,
	"slot" varchar(12),
	"scheduled_at" timestamp with time zone,
	"actual_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid DEFAULT app.user_id(),
	"status" varchar(10) NOT NULL,
	"skip_reason" varchar(20),
	"amount" numeric(8, 3) NOT NULL,
	"unit" varchar(20) NOT NULL,
	"note" varchar(300) DEFAULT '' NOT NULL,
	"prn_reason" varchar(300),
	"override_reason" varchar(300),
	"replaces_id" uuid,
	"entered_in_error_at" timestamp with time zone,
	"entered_in_error_by" uuid,
	"error_reason" varchar(300),
	CONSTRAINT "dose_log_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "dose_log_status_check" CHECK ("grace"."dose_log"."status" in ('taken', 'partial', 'skipped')),
	CONSTRAINT "dose_log_skip_reason_check" CHECK ("grace"."dose_log"."skip_reason" in ('refused', 'asleep', 'unwell', 'away', 'none_left', 'clinician_told', 'other')),
	CONSTRAINT "dose_log_unit_check" CHECK ("grace"."dose_log"."unit" in ('tablet', 'capsule', 'mg', 'mcg', 'g', 'mL', 'drop', 'puff', 'spray', 'patch', 'unit', 'suppository', 'sachet', 'lozenge', 'application')),
	CONSTRAINT "dose_log_slot_check" CHECK (num_nonnulls("grace"."dose_log"."local_date", "grace"."dose_log"."slot", "grace"."dose_log"."scheduled_at") in (0, 3)),
	CONSTRAINT "dose_log_skipped_check" CHECK (("grace"."dose_log"."status" = 'skipped') = ("grace"."dose_log"."amount" = 0) and ("grace"."dose_log"."status" = 'skipped') = ("grace"."dose_log"."skip_reason" is not null)),
	CONSTRAINT "dose_log_amount_check" CHECK ("grace"."dose_log"."amount" >= 0),
	CONSTRAINT "dose_log_error_check" CHECK (("grace"."dose_log"."entered_in_error_at" is null) = ("grace"."dose_log"."error_reason" is null) and btrim("grace"."dose_log"."error_reason") <> '')
);
ALTER TABLE "grace"."dose_log" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."duplicate_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"actual_at" timestamp with time zone NOT NULL,
	"status" varchar(10) NOT NULL,
	"amount" numeric(8, 3) NOT NULL,
	"unit" varchar(20) NOT NULL,
	"note" varchar(300) DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid DEFAULT app.user_id(),
	"resolution" varchar(20),
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "duplicate_reports_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "duplicate_reports_status_check" CHECK ("grace"."duplicate_reports"."status" in ('taken', 'partial')),
	CONSTRAINT "duplicate_reports_amount_check" CHECK ("grace"."duplicate_reports"."amount" > 0),
	CONSTRAINT "duplicate_reports_unit_check" CHECK ("grace"."duplicate_reports"."unit" in ('tablet', 'capsule', 'mg', 'mcg', 'g', 'mL', 'drop', 'puff', 'spray', 'patch', 'unit', 'suppository', 'sachet', 'lozenge', 'application')),
	CONSTRAINT "duplicate_reports_resolution_check" CHECK ("grace"."duplicate_reports"."resolution" in ('given_once', 'given_too')),
	CONSTRAINT "duplicate_reports_resolved_check" CHECK (("grace"."duplicate_reports"."resolution" is null) = ("grace"."duplicate_reports"."resolved_at" is null))
);
ALTER TABLE "grace"."duplicate_reports" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."dose_effects" ADD CONSTRAINT "dose_effects_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."dose_effects" ADD CONSTRAINT "dose_effects_administration_fk" FOREIGN KEY ("administration_id","profile_id") REFERENCES "grace"."dose_log"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."dose_log" ADD CONSTRAINT "dose_log_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."dose_log" ADD CONSTRAINT "dose_log_entered_in_error_by_users_id_fk" FOREIGN KEY ("entered_in_error_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."dose_log" ADD CONSTRAINT "dose_log_schedule_fk" FOREIGN KEY ("version_id","medication_id","profile_id") REFERENCES "grace"."schedules"("id","medication_id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."dose_log" ADD CONSTRAINT "dose_log_replaces_fk" FOREIGN KEY ("replaces_id","profile_id") REFERENCES "grace"."dose_log"("id","profile_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "grace"."duplicate_reports" ADD CONSTRAINT "duplicate_reports_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."duplicate_reports" ADD CONSTRAINT "duplicate_reports_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."duplicate_reports" ADD CONSTRAINT "duplicate_reports_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."duplicate_reports" ADD CONSTRAINT "duplicate_reports_administration_fk" FOREIGN KEY ("administration_id","profile_id") REFERENCES "grace"."dose_log"("id","profile_id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "dose_effects_profile_id_idx" ON "grace"."dose_effects" USING btree ("profile_id");
CREATE INDEX "dose_effects_recorded_by_idx" ON "grace"."dose_effects" USING btree ("recorded_by");
CREATE UNIQUE INDEX "dose_log_slot_idx" ON "grace"."dose_log" USING btree ("profile_id","version_id","local_date","slot") WHERE "grace"."dose_log"."entered_in_error_at" is null;
CREATE INDEX "dose_log_version_id_idx" ON "grace"."dose_log" USING btree ("version_id","medication_id","profile_id");
CREATE INDEX "dose_log_profile_id_idx" ON "grace"."dose_log" USING btree ("profile_id","actual_at","id");
CREATE INDEX "dose_log_planned_idx" ON "grace"."dose_log" USING btree ("profile_id","scheduled_at");
CREATE INDEX "dose_log_medication_id_idx" ON "grace"."dose_log" USING btree ("medication_id","profile_id","actual_at");
CREATE INDEX "dose_log_replaces_id_idx" ON "grace"."dose_log" USING btree ("replaces_id","profile_id");
CREATE INDEX "dose_log_recorded_by_idx" ON "grace"."dose_log" USING btree ("recorded_by");
CREATE INDEX "dose_log_recorded_at_idx" ON "grace"."dose_log" USING btree ("recorded_at");
CREATE INDEX "dose_log_entered_in_error_at_idx" ON "grace"."dose_log" USING btree ("entered_in_error_at");
CREATE INDEX "dose_log_entered_in_error_by_idx" ON "grace"."dose_log" USING btree ("entered_in_error_by");
CREATE INDEX "duplicate_reports_administration_id_idx" ON "grace"."duplicate_reports" USING btree ("administration_id","profile_id");
CREATE INDEX "duplicate_reports_profile_id_idx" ON "grace"."duplicate_reports" USING btree ("profile_id","resolved_at");
CREATE INDEX "duplicate_reports_recorded_by_idx" ON "grace"."duplicate_reports" USING btree ("recorded_by");
CREATE INDEX "duplicate_reports_resolved_by_idx" ON "grace"."duplicate_reports" USING btree ("resolved_by");
CREATE INDEX "duplicate_reports_resolved_at_idx" ON "grace"."duplicate_reports" USING btree ("resolved_at");
CREATE POLICY "select_view" ON "grace"."dose_effects" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."dose_effects"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_log" ON "grace"."dose_effects" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."dose_effects"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
CREATE POLICY "select_view" ON "grace"."dose_log" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_log" ON "grace"."dose_log" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
CREATE POLICY "update_log" ON "grace"."dose_log" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))) and "grace"."dose_log"."entered_in_error_at" is null) WITH CHECK ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
CREATE POLICY "delete_slip" ON "grace"."dose_log" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))) and "grace"."dose_log"."recorded_by" = (select app.user_id()) and "grace"."dose_log"."recorded_at" > now() - interval '15 seconds');
CREATE POLICY "select_service" ON "grace"."dose_log" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "grace"."dose_log" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "select_view" ON "grace"."duplicate_reports" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."duplicate_reports"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_log" ON "grace"."duplicate_reports" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."duplicate_reports"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
CREATE POLICY "update_log" ON "grace"."duplicate_reports" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."duplicate_reports"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))) and "grace"."duplicate_reports"."resolved_at" is null) WITH CHECK ("grace"."duplicate_reports"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
ALTER TABLE "grace"."dose_effects" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."dose_log" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."duplicate_reports" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("administration_id", "profile_id", "effect", "note") ON "grace"."dose_effects" TO "authenticated";
GRANT USAGE ON SCHEMA "grace" TO "commons_service";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "version_id", "local_date", "slot", "scheduled_at", "actual_at", "status", "skip_reason", "amount", "unit", "note", "prn_reason", "override_reason", "replaces_id"), UPDATE ("error_reason"), DELETE ON "grace"."dose_log" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "version_id", "local_date", "slot", "scheduled_at", "actual_at", "status", "skip_reason", "amount", "unit", "note", "prn_reason", "override_reason", "replaces_id", "recorded_at", "recorded_by") ON "grace"."dose_log" TO "commons_service";
GRANT SELECT, INSERT ("id", "profile_id", "administration_id", "actual_at", "status", "amount", "unit", "note"), UPDATE ("resolution") ON "grace"."duplicate_reports" TO "authenticated";
-- Who marks an entry as entered in error, and when, is for the database to say.
create function grace.stamp_error() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.entered_in_error_at := now();
  new.entered_in_error_by := app.user_id();
  return new;
end
$$;
create trigger stamp_error before update of error_reason on grace.dose_log for each row execute function grace.stamp_error();

-- The same for the answer to a second report.
create function grace.stamp_resolution() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.resolved_at := now();
  new.resolved_by := app.user_id();
  return new;
end
$$;
create trigger stamp_resolution before update of resolution on grace.duplicate_reports
  for each row execute function grace.stamp_resolution();

-- Until the transaction ends, whoever else may log this medicine waits here: two caregivers must not look at the same total and
-- both add to it. Nobody else can make anybody wait.
create function grace.lock_medication(p_profile_id uuid, p_medication_id uuid) returns void
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if p_profile_id in (select grace.profiles_within('medications', 'log')) then
    perform pg_advisory_xact_lock(hashtextextended('grace.medication ' || p_profile_id || ' ' || p_medication_id, 0));
  end if;
end
$$;

revoke all on function grace.stamp_error(), grace.stamp_resolution(), grace.lock_medication(uuid, uuid) from public;
grant execute on function grace.lock_medication(uuid, uuid) to authenticated;
