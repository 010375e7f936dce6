drop function app.open_session(uuid, uuid, text);
drop function app.session_stands(uuid);
DROP POLICY "select_checked" ON "identity"."sessions" CASCADE;
