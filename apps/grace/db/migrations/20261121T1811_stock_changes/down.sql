DROP POLICY "select_view" ON "grace"."stock_changes" CASCADE;
DROP POLICY "insert_log" ON "grace"."stock_changes" CASCADE;
DROP POLICY "update_log" ON "grace"."stock_changes" CASCADE;
DROP TABLE "grace"."stock_changes" CASCADE;
drop function grace.stamp_taken_back();
