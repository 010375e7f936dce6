drop trigger sign_change on grace.medication_changes;
create trigger sign_change before insert on grace.medication_changes
for each row when (app.user_id() is not null) execute function grace.sign_change();
drop trigger sign_report on grace.dose_log;
create trigger sign_report before insert on grace.dose_log
for each row when (app.user_id() is not null) execute function grace.sign_report();
drop trigger sign_report on grace.stock_changes;
create trigger sign_report before insert on grace.stock_changes
for each row when (app.user_id() is not null) execute function grace.sign_report();
drop trigger keep_changed on grace.notes;
drop trigger keep_revision on grace.notes;
create trigger keep_revision after insert or update on grace.notes
for each row when (app.user_id() is not null) execute function grace.keep_revision();
drop trigger sign_note on grace.notes;
create trigger sign_note before insert on grace.notes for each row execute function grace.sign_note();
drop function grace.import_record(uuid, jsonb);
ALTER TABLE "grace"."dose_log" DROP COLUMN "is_imported";
ALTER TABLE "grace"."medication_changes" DROP COLUMN "is_imported";
ALTER TABLE "grace"."notes" DROP COLUMN "is_imported";
ALTER TABLE "grace"."profiles" DROP COLUMN "imported_at";
ALTER TABLE "grace"."stock_changes" DROP COLUMN "is_imported";
DROP POLICY "insert_import" ON "grace"."allergies" CASCADE;
DROP POLICY "insert_import" ON "grace"."chat_turns" CASCADE;
DROP POLICY "insert_import" ON "grace"."conditions" CASCADE;
DROP POLICY "insert_import" ON "grace"."contacts" CASCADE;
DROP POLICY "insert_import" ON "grace"."dose_effects" CASCADE;
DROP POLICY "insert_import" ON "grace"."dose_log" CASCADE;
DROP POLICY "insert_import" ON "grace"."emergency_cards" CASCADE;
DROP POLICY "insert_import" ON "grace"."life_story_entries" CASCADE;
DROP POLICY "insert_import" ON "grace"."medication_changes" CASCADE;
DROP POLICY "insert_import" ON "grace"."medication_holds" CASCADE;
DROP POLICY "insert_import" ON "grace"."medications" CASCADE;
DROP POLICY "insert_import" ON "grace"."notes" CASCADE;
DROP POLICY "insert_import" ON "grace"."profiles" CASCADE;
DROP POLICY "insert_import" ON "grace"."schedules" CASCADE;
DROP POLICY "insert_import" ON "grace"."session_summaries" CASCADE;
DROP POLICY "insert_import" ON "grace"."sessions" CASCADE;
DROP POLICY "insert_import" ON "grace"."stock_changes" CASCADE;
DROP POLICY "insert_import" ON "grace"."topic_preferences" CASCADE;
drop function grace.import_in_hand();
