drop function app.enqueue_as_service(text, jsonb, uuid, text, integer);
drop function app.enqueue(text, jsonb, text, integer);
drop function app.add_job(text, jsonb, uuid, text, integer);
drop schema pgboss cascade;
