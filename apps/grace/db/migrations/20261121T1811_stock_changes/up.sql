CREATE TABLE "grace"."stock_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"profile_id" uuid NOT NULL,
	"medication_id" uuid NOT NULL,
	"kind" varchar(10) NOT NULL,
	"amount" numeric(9, 3) NOT NULL,
	"unit" varchar(20) NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid DEFAULT app.user_id(),
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid,
	CONSTRAINT "stock_changes_id_profile_id_unique" UNIQUE("id","profile_id"),
	CONSTRAINT "stock_changes_kind_check" CHECK ("grace"."stock_changes"."kind" in ('refill', 'count')),
	CONSTRAINT "stock_changes_unit_check" CHECK ("grace"."stock_changes"."unit" in ('tablet', 'capsule', 'mg', 'mcg', 'g', 'mL', 'drop', 'puff', 'spray', 'patch', 'unit', 'suppository', 'sachet', 'lozenge', 'application')),
	CONSTRAINT "stock_changes_amount_check" CHECK ("grace"."stock_changes"."amount" > 0 or ("grace"."stock_changes"."kind" = 'count' and "grace"."stock_changes"."amount" = 0))
);
ALTER TABLE "grace"."stock_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "grace"."stock_changes" ADD CONSTRAINT "stock_changes_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."stock_changes" ADD CONSTRAINT "stock_changes_taken_back_by_users_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "grace"."stock_changes" ADD CONSTRAINT "stock_changes_medication_fk" FOREIGN KEY ("medication_id","profile_id") REFERENCES "grace"."medications"("id","profile_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "stock_changes_medication_id_idx" ON "grace"."stock_changes" USING btree ("medication_id","profile_id","at");
CREATE INDEX "stock_changes_profile_id_idx" ON "grace"."stock_changes" USING btree ("profile_id","at");
CREATE INDEX "stock_changes_recorded_by_idx" ON "grace"."stock_changes" USING btree ("recorded_by");
CREATE INDEX "stock_changes_taken_back_at_idx" ON "grace"."stock_changes" USING btree ("taken_back_at");
CREATE INDEX "stock_changes_taken_back_by_idx" ON "grace"."stock_changes" USING btree ("taken_back_by");
CREATE POLICY "select_view" ON "grace"."stock_changes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("grace"."stock_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))));
CREATE POLICY "insert_log" ON "grace"."stock_changes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("grace"."stock_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
CREATE POLICY "update_log" ON "grace"."stock_changes" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("grace"."stock_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))) and "grace"."stock_changes"."taken_back_at" is null) WITH CHECK ("grace"."stock_changes"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))));
ALTER TABLE "grace"."stock_changes" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "grace" TO "authenticated";
GRANT SELECT, INSERT ("id", "profile_id", "medication_id", "kind", "amount", "unit", "at"), UPDATE ("taken_back_at") ON "grace"."stock_changes" TO "authenticated";
-- Who takes a line back, and when, is for the database to say.
create function grace.stamp_taken_back() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.taken_back_at := now();
  new.taken_back_by := app.user_id();
  return new;
end
$$;
create trigger stamp_taken_back before update of taken_back_at on grace.stock_changes
  for each row execute function grace.stamp_taken_back();
revoke all on function grace.stamp_taken_back() from public;
