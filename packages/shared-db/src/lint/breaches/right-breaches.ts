import type { Breach } from './breach.ts';

/** One way to break each rule about rights, roles and the server, and back. */
export const rightBreaches: readonly Breach[] = [
  {
    rule: 'column-grants',
    breach: 'grant update on notes.notes to authenticated',
    object: 'notes.notes to authenticated',
    repair:
      'revoke update on notes.notes from authenticated; grant update (body) on notes.notes to authenticated',
  },
  {
    rule: 'column-grants',
    breach: 'grant insert on notes.notes to authenticated',
    object: 'notes.notes to authenticated',
    repair: `revoke insert on notes.notes from authenticated;
      grant insert (user_id, folder_id, body) on notes.notes to authenticated`,
  },
  ...['TRUNCATE', 'REFERENCES', 'TRIGGER'].map((privilege) => ({
    rule: 'destructive-grants',
    breach: `grant ${privilege} on notes.notes to commons_service`,
    object: `notes.notes: ${privilege} to commons_service`,
    repair: `revoke ${privilege} on notes.notes from commons_service`,
  })),
  {
    rule: 'public-grants',
    breach: 'grant select on notes.notes to public',
    object: 'notes.notes',
    repair: 'revoke select on notes.notes from public',
  },
  {
    rule: 'public-grants',
    breach: 'grant select (body) on notes.notes to public',
    object: 'notes.notes.body',
    repair: 'revoke select (body) on notes.notes from public',
  },
  {
    rule: 'public-grants',
    breach: `create function notes.one() returns int language sql stable as 'select 1'`,
    object: 'notes.one()',
    repair: 'revoke all on function notes.one() from public',
  },
  {
    rule: 'public-grants',
    breach: 'grant usage on schema notes to public',
    object: 'schema notes',
    repair: 'revoke usage on schema notes from public',
  },
  {
    rule: 'runtime-ownership',
    breach: 'alter table notes.notes owner to commons_app',
    object: 'notes.notes',
    repair: 'alter table notes.notes owner to commons_owner',
  },
  {
    rule: 'runtime-ownership',
    breach: 'alter schema notes owner to commons_service',
    object: 'schema notes',
    repair: 'alter schema notes owner to commons_owner',
  },
  {
    rule: 'runtime-roles',
    breach: 'alter role authenticated bypassrls',
    object: 'authenticated',
    repair: 'alter role authenticated nobypassrls',
  },
  {
    rule: 'runtime-roles',
    breach: 'grant commons_service to commons_app',
    object: 'commons_app in commons_service',
    repair: 'revoke commons_service from commons_app',
  },
  {
    rule: 'default-privileges',
    breach: 'alter default privileges for role commons_owner in schema notes grant select on tables to anon',
    object: 'tables: SELECT to anon',
    repair:
      'alter default privileges for role commons_owner in schema notes revoke select on tables from anon',
  },
  {
    rule: 'default-privileges',
    breach: 'alter default privileges for role commons_owner grant execute on functions to public',
    object: 'functions: EXECUTE to PUBLIC',
    repair: 'alter default privileges for role commons_owner revoke execute on functions from public',
  },
  {
    rule: 'database-grants',
    breach: 'grant create on schema notes to authenticated',
    object: 'schema notes: CREATE to authenticated',
    repair: 'revoke create on schema notes from authenticated',
  },
  {
    rule: 'database-grants',
    breach: `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
    object: 'database: TEMPORARY to PUBLIC',
    repair: `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
  },
  {
    rule: 'database-grants',
    breach: `do $$ begin execute format('grant create on database %I to commons_app', current_database()); end $$`,
    object: 'database: CREATE to commons_app',
    repair: `do $$ begin execute format('revoke create on database %I from commons_app', current_database()); end $$`,
  },
  ...['lo_create(oid)', 'pg_try_advisory_lock(bigint)'].map((name) => ({
    rule: 'shared-namespace-functions',
    breach: `grant execute on function ${name} to authenticated`,
    object: name,
    repair: `revoke execute on function ${name} from authenticated`,
  })),
  {
    rule: 'runtime-roles',
    breach: 'alter role commons_app inherit',
    object: 'commons_app inherits',
    repair: 'alter role commons_app noinherit',
  },
  {
    rule: 'runtime-roles',
    breach: 'grant anon to commons_app with admin option',
    object: 'commons_app in anon',
    repair: 'revoke admin option for anon from commons_app',
  },
  {
    rule: 'runtime-roles',
    breach: 'grant pg_read_all_stats to authenticated',
    object: 'authenticated in pg_read_all_stats',
    repair: 'revoke pg_read_all_stats from authenticated',
  },
  {
    rule: 'runtime-roles',
    breach: 'create role mallory login; grant commons_backup to mallory',
    object: 'mallory in commons_backup',
    repair: 'revoke commons_backup from mallory',
  },
  ...['row_security = off', `app.user_id = '0'`, 'role = anon'].map((preset) => ({
    rule: 'role-presets',
    breach: `alter role commons_app set ${preset}`,
    object: `commons_app: ${preset.split(' ')[0]}`,
    repair: `alter role commons_app reset ${preset.split(' ')[0]}`,
  })),
  {
    rule: 'log-parameters',
    breach: 'alter role commons_app set log_parameter_max_length = 100',
    object: 'log_parameter_max_length of commons_app',
    repair: 'alter role commons_app set log_parameter_max_length = 0',
  },
  {
    rule: 'dangerous-extensions',
    breach: 'create language c_sharp handler plpgsql_call_handler',
    object: 'language c_sharp',
    repair: 'drop language c_sharp',
  },
  {
    rule: 'dangerous-extensions',
    breach: `create schema elsewhere; create extension dblink schema elsewhere`,
    object: 'extension dblink',
    repair: 'drop extension dblink',
  },
];
