drop function app.forget_allowance(text);
drop function app.return_allowance(jsonb);
drop function app.take_allowance(jsonb, boolean);
drop table app.rate_limits;
