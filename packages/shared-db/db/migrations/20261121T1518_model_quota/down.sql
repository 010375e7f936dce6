drop function app.release_model_call(uuid);
drop function app.reserve_model_call(uuid, bigint, bigint);
drop table app.model_reservations;
