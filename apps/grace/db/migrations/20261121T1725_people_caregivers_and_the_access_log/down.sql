DROP POLICY "select_held" ON "grace"."access_log" CASCADE;
DROP POLICY "select_checked" ON "grace"."access_log" CASCADE;
DROP POLICY "insert_writer" ON "grace"."access_log" CASCADE;
DROP TABLE "grace"."access_log" CASCADE;
DROP POLICY "select_visible" ON "grace"."caregivers" CASCADE;
DROP POLICY "select_checked" ON "grace"."caregivers" CASCADE;
DROP POLICY "update_held" ON "grace"."caregivers" CASCADE;
DROP TABLE "grace"."caregivers" CASCADE;
DROP POLICY "select_visible" ON "grace"."profiles" CASCADE;
DROP POLICY "insert_held" ON "grace"."profiles" CASCADE;
DROP POLICY "update_held" ON "grace"."profiles" CASCADE;
DROP POLICY "select_checked" ON "grace"."profiles" CASCADE;
DROP TABLE "grace"."profiles" CASCADE;
drop function grace.open_record(uuid, text, uuid, text), grace.opened_profiles(text), grace.profiles_within(text, text),
  grace.visible_profiles(), grace.held_profiles();
drop function grace.keep_ended();
DROP SCHEMA "grace";
