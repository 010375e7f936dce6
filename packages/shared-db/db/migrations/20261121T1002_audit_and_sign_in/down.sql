drop view identity.auth_users;
drop function identity.write_auth_user();
drop function app.audit_for(uuid, text, text, text, jsonb, jsonb);
drop function app.audit(text, text, text, jsonb);
