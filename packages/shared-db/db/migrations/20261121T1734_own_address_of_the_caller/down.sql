drop function app.user_email();
DROP POLICY "select_checked" ON "users" CASCADE;
