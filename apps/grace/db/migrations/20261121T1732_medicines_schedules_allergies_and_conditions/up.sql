CREATE TABLE "grace"."allergies" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"category" varchar(20) NOT NULL,
	"substance" varchar(120) NOT NULL,
	"reaction" varchar(200) DEFAULT '' NOT NULL,
	"severity" varchar(10) DEFAULT 'unknown' NOT NULL,
	"noted_on" date,
	"is_entered_in_error" boolean DEFAULT false NOT NULL,
	"error_reason" varchar(300),
	"created_by" uuid DEFAULT app.user_id(),
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allergies_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "allergies_substance_check" CHECK (btrim("grace"."allergies"."substance") <> ''),
	CONSTRAINT "allergies_category_check" CHECK ("grace"."allergies"."category" in ('medicine', 'food', 'environment', 'none_known')),
	CONSTRAINT "allergies_severity_check" CHECK ("grace"."allergies"."severity" in ('mild', 'moderate', 'severe', 'unknown')),
	CONSTRAINT "allergies_error_check" CHECK ("grace"."allergies"."is_entered_in_error" = ("grace"."allergies"."error_reason" is not null))
);
ALTER TABLE "grace"."allergies" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."conditions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"name" varchar(160) NOT NULL,
	"note" varchar(500) DEFAULT '' NOT NULL,
	"onset_on" date,
	"resolved_on" date,
	"is_entered_in_error" boolean DEFAULT false NOT NULL,
	"error_reason" varchar(300),
	"created_by" uuid DEFAULT app.user_id(),
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conditions_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "conditions_name_check" CHECK (btrim("grace"."conditions"."name") <> ''),
	CONSTRAINT "conditions_resolved_check" CHECK ("grace"."conditions"."resolved_on" >= "grace"."conditions"."onset_on"),
	CONSTRAINT "conditions_error_check" CHECK ("grace"."conditions"."is_entered_in_error" = ("grace"."conditions"."error_reason" is not null))
);
ALTER TABLE "grace"."conditions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."medication_changes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"medication_id" uuid NOT NULL,
	"actor_id" uuid DEFAULT app.user_id(),
	"actor_name" varchar(120) NOT NULL,
	"action" varchar(20) NOT NULL,
	"reason" varchar(300) DEFAULT '' NOT NULL,
	"changes" jsonb NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "medication_changes_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "medication_changes_action_check" CHECK ("grace"."medication_changes"."action" in ('added', 'edited', 'rescheduled', 'held', 'resumed', 'stopped', 'restarted'))
);
ALTER TABLE "grace"."medication_changes" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."medication_holds" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"medication_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"reason" varchar(300) NOT NULL,
	"created_by" uuid DEFAULT app.user_id(),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "medication_holds_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "medication_holds_ends_check" CHECK ("grace"."medication_holds"."ends_at" >= "grace"."medication_holds"."starts_at"),
	CONSTRAINT "medication_holds_reason_check" CHECK (btrim("grace"."medication_holds"."reason") <> '')
);
ALTER TABLE "grace"."medication_holds" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."medications" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"name" varchar(120) NOT NULL,
	"ingredients" text[] NOT NULL,
	"strength_amount" numeric(10, 3),
	"strength_unit" varchar(12),
	"form" varchar(20) NOT NULL,
	"route" varchar(20) NOT NULL,
	"instructions" varchar(500) DEFAULT '' NOT NULL,
	"indication" varchar(200) DEFAULT '' NOT NULL,
	"prescriber" varchar(120) DEFAULT '' NOT NULL,
	"pharmacy" varchar(120) DEFAULT '' NOT NULL,
	"prescription_number" varchar(60) DEFAULT '' NOT NULL,
	"pharmacy_closed_weekdays" smallint[] DEFAULT '{}' NOT NULL,
	"pharmacy_closed_dates" date[] DEFAULT '{}' NOT NULL,
	"started_on" date,
	"look" varchar(200) DEFAULT '' NOT NULL,
	"photo" text,
	"missed_dose_instruction" varchar(500) DEFAULT '' NOT NULL,
	"is_skippable" boolean DEFAULT true NOT NULL,
	"escalation_delay_minutes" integer,
	"prn_try_first" varchar(300) DEFAULT '' NOT NULL,
	"prn_signs" varchar(300) DEFAULT '' NOT NULL,
	"prn_review_on" date,
	"pack_size" numeric(8, 3),
	"refill_notice_days" integer DEFAULT 7 NOT NULL,
	"stopped_at" timestamp with time zone,
	"stop_reason" varchar(300),
	"is_entered_in_error" boolean DEFAULT false NOT NULL,
	"created_by" uuid DEFAULT app.user_id(),
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "medications_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "medications_name_check" CHECK (btrim("grace"."medications"."name") <> ''),
	CONSTRAINT "medications_ingredients_check" CHECK (cardinality("grace"."medications"."ingredients") between 1 and 12),
	CONSTRAINT "medications_form_check" CHECK ("grace"."medications"."form" in ('tablet', 'capsule', 'liquid', 'drops', 'injection', 'inhaler', 'spray', 'patch', 'cream', 'suppository', 'powder', 'lozenge', 'other')),
	CONSTRAINT "medications_route_check" CHECK ("grace"."medications"."route" in ('oral', 'sublingual', 'inhaled', 'nasal', 'eye', 'ear', 'skin', 'subcutaneous', 'intramuscular', 'rectal', 'vaginal', 'other')),
	CONSTRAINT "medications_strength_unit_check" CHECK ("grace"."medications"."strength_unit" in ('mg', 'mcg', 'g', 'mL', 'unit', 'mmol', 'mg/mL', 'mcg/mL', 'unit/mL', 'mg/g', 'mcg/puff', 'mcg/hour', '%')),
	CONSTRAINT "medications_strength_check" CHECK (("grace"."medications"."strength_amount" is null) = ("grace"."medications"."strength_unit" is null) and "grace"."medications"."strength_amount" > 0),
	CONSTRAINT "medications_weekdays_check" CHECK ("grace"."medications"."pharmacy_closed_weekdays" <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
	CONSTRAINT "medications_photo_check" CHECK (length("grace"."medications"."photo") <= 100000 and "grace"."medications"."photo" like 'data:image/%'),
	CONSTRAINT "medications_escalation_check" CHECK ("grace"."medications"."escalation_delay_minutes" between 15 and 240),
	CONSTRAINT "medications_pack_size_check" CHECK ("grace"."medications"."pack_size" > 0),
	CONSTRAINT "medications_refill_notice_check" CHECK ("grace"."medications"."refill_notice_days" between 1 and 60),
	CONSTRAINT "medications_stop_check" CHECK (("grace"."medications"."stopped_at" is null) = ("grace"."medications"."stop_reason" is null))
);
ALTER TABLE "grace"."medications" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "grace"."schedules" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"profile_id" uuid NOT NULL,
	"medication_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"plan" jsonb NOT NULL,
	"kind" varchar(20) GENERATED ALWAYS AS (plan ->> 'kind') STORED NOT NULL,
	"dose_amount" numeric(8, 3) GENERATED ALWAYS AS (coalesce(plan ->> 'amount', plan #>> '{times,0,amount}', plan #>> '{phases,0,times,0,amount}')::numeric) STORED NOT NULL,
	"dose_unit" varchar(20) GENERATED ALWAYS AS (plan ->> 'unit') STORED NOT NULL,
	"zone" varchar(60) NOT NULL,
	"late_window_minutes" integer NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"effective_until" timestamp with time zone,
	"reason" varchar(300) DEFAULT '' NOT NULL,
	"created_by" uuid DEFAULT app.user_id(),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "schedules_late_window_check" CHECK ("grace"."schedules"."late_window_minutes" between 5 and 720),
	CONSTRAINT "schedules_effective_check" CHECK ("grace"."schedules"."effective_until" >= "grace"."schedules"."effective_from"),
	CONSTRAINT "schedules_dose_amount_check" CHECK ("grace"."schedules"."dose_amount" > 0)
);
ALTER TABLE "grace"."schedules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."allergies" ADD CONSTRAINT "allergies_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."allergies" ADD CONSTRAINT "allergies_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."conditions" ADD CONSTRAINT "conditions_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."conditions" ADD CONSTRAINT "conditions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."medication_changes" ADD CONSTRAINT "medication_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."medication_changes" ADD CONSTRAINT "medication_changes_medication_fk" FOREIGN KEY ("medication_id","profile_id") REFERENCES "grace"."medications"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."medication_holds" ADD CONSTRAINT "medication_holds_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."medication_holds" ADD CONSTRAINT "medication_holds_medication_fk" FOREIGN KEY ("medication_id","profile_id") REFERENCES "grace"."medications"("id","profile_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."medications" ADD CONSTRAINT "medications_profile_id_profiles_id_fk" FOREIGN KEY ("profile_id") REFERENCES "grace"."profiles"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "grace"."medications" ADD CONSTRAINT "medications_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."schedules" ADD CONSTRAINT "schedules_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."schedules" ADD CONSTRAINT "schedules_medication_fk" FOREIGN KEY ("medication_id","profile_id") REFERENCES "grace"."medications"("id","profile_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "allergies_profile_id_idx" ON "grace"."allergies" USING btree ("profile_id","id");
CREATE INDEX "allergies_created_by_idx" ON "grace"."allergies" USING btree ("created_by");
CREATE INDEX "conditions_profile_id_idx" ON "grace"."conditions" USING btree ("profile_id","id");
CREATE INDEX "conditions_created_by_idx" ON "grace"."conditions" USING btree ("created_by");
CREATE INDEX "medication_changes_medication_id_idx" ON "grace"."medication_changes" USING btree ("medication_id","profile_id","at");
CREATE INDEX "medication_changes_profile_id_idx" ON "grace"."medication_changes" USING btree ("profile_id","at");
CREATE INDEX "medication_changes_actor_id_idx" ON "grace"."medication_changes" USING btree ("actor_id");
CREATE UNIQUE INDEX "medication_holds_open_idx" ON "grace"."medication_holds" USING btree ("medication_id","profile_id") WHERE "grace"."medication_holds"."ends_at" is null;
CREATE INDEX "medication_holds_medication_id_idx" ON "grace"."medication_holds" USING btree ("medication_id","profile_id","starts_at");
CREATE INDEX "medication_holds_profile_id_idx" ON "grace"."medication_holds" USING btree ("profile_id","starts_at");
CREATE INDEX "medication_holds_created_by_idx" ON "grace"."medication_holds" USING btree ("created_by");
CREATE INDEX "medications_profile_id_idx" ON "grace"."medications" USING btree ("profile_id","id");
CREATE INDEX "medications_created_by_idx" ON "grace"."medications" USING btree ("created_by");
CREATE UNIQUE INDEX "schedules_open_idx" ON "grace"."schedules" USING btree ("schedule_id","profile_id") WHERE "grace"."schedules"."effective_until" is null;
CREATE INDEX "schedules_medication_id_idx" ON "grace"."schedules" USING btree ("medication_id","profile_id","effective_from");
CREATE INDEX "schedules_profile_id_idx" ON "grace"."schedules" USING btree ("profile_id","effective_from");
CREATE INDEX "schedules_created_by_idx" ON "grace"."schedules" USING btree ("created_by");
CREATE POLICY "select_view" ON "grace"."allergies" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."allergies"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."allergies" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."allergies"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."allergies" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."allergies"."profile_id" = any (array(select grace.profiles_within('medications', 'manage')))) WITH CHECK ("grace"."allergies"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "select_view" ON "grace"."conditions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."conditions"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."conditions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."conditions"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."conditions" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."conditions"."profile_id" = any (array(select grace.profiles_within('medications', 'manage')))) WITH CHECK ("grace"."conditions"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "select_view" ON "grace"."medication_changes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."medication_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."medication_changes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."medication_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "select_view" ON "grace"."medication_holds" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."medication_holds"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."medication_holds" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."medication_holds"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."medication_holds" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."medication_holds"."profile_id" = any (array(select grace.profiles_within('medications', 'manage')))) WITH CHECK ("grace"."medication_holds"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "select_view" ON "grace"."medications" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."medications"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."medications" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."medications"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."medications" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."medications"."profile_id" = any (array(select grace.profiles_within('medications', 'manage')))) WITH CHECK ("grace"."medications"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "select_view" ON "grace"."schedules" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."schedules"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_manage" ON "grace"."schedules" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."schedules"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
CREATE POLICY "update_manage" ON "grace"."schedules" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."schedules"."profile_id" = any (array(select grace.profiles_within('medications', 'manage')))) WITH CHECK ("grace"."schedules"."profile_id" = any (array(select grace.profiles_within('medications', 'manage'))));
ALTER TABLE "grace"."allergies" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."allergies" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."conditions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."conditions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."medication_changes" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."medication_holds" FORCE ROW LEVEL SECURITY;
ALTER TABLE "grace"."medications" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "grace"."medications" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "grace"."schedules" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "category", "substance", "reaction", "severity", "noted_on"), UPDATE ("category", "substance", "reaction", "severity", "noted_on", "is_entered_in_error", "error_reason", "version") ON "grace"."allergies" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "name", "note", "onset_on", "resolved_on"), UPDATE ("name", "note", "onset_on", "resolved_on", "is_entered_in_error", "error_reason", "version") ON "grace"."conditions" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "actor_name", "action", "reason", "changes", "effective_at") ON "grace"."medication_changes" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "starts_at", "ends_at", "reason"), UPDATE ("ends_at") ON "grace"."medication_holds" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "name", "ingredients", "strength_amount", "strength_unit", "form", "route", "instructions", "indication", "prescriber", "pharmacy", "prescription_number", "pharmacy_closed_weekdays", "pharmacy_closed_dates", "started_on", "look", "photo", "missed_dose_instruction", "is_skippable", "escalation_delay_minutes", "prn_try_first", "prn_signs", "prn_review_on", "pack_size", "refill_notice_days"), UPDATE ("name", "ingredients", "strength_amount", "strength_unit", "form", "route", "instructions", "indication", "prescriber", "pharmacy", "prescription_number", "pharmacy_closed_weekdays", "pharmacy_closed_dates", "started_on", "look", "photo", "missed_dose_instruction", "is_skippable", "escalation_delay_minutes", "prn_try_first", "prn_signs", "prn_review_on", "pack_size", "refill_notice_days", "stopped_at", "stop_reason", "is_entered_in_error", "version") ON "grace"."medications" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "schedule_id", "plan", "zone", "late_window_minutes", "effective_from", "reason"), UPDATE ("effective_until") ON "grace"."schedules" TO "authenticated";
-- Doses of the past keep the plan they had: a version ends once, and its end never moves later.
create function grace.keep_schedule_end() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if new.effective_until is distinct from old.effective_until
    and coalesce(new.effective_until > old.effective_until, old.effective_until is not null)
  then return null; end if;
  return new;
end
$$;
create trigger keep_schedule_end before update on grace.schedules for each row execute function grace.keep_schedule_end();
revoke all on function grace.keep_schedule_end() from public;
