drop trigger forget_person on public.audit_log;
drop function app.forget_audited_person();
