drop function app.enqueue_mail(text, jsonb, text, text);
