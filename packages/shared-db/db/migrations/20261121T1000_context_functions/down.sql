drop function app.set_updated_at();
drop function app.open_context(text, uuid, text);
drop function app.user_id();
drop function app.uuid_v7();
