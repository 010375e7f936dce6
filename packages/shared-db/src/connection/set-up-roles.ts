import type { TransactionSql } from 'postgres';
import { isSecretOf } from './is-secret-of.ts';
import { loginPresets, superuserPresets } from './login-presets.ts';
import type { LoginPasswords } from './logins.ts';
import { withConnection } from './with-connection.ts';

/**
 * Makes the three logins and the roles of a server, with these passwords. A login that has its password already keeps its
 * secret, as far as `adminUrl` may read it: with a new salt for the same password, PgBouncer would be refused for a while.
 */
export function setUpRoles(adminUrl: string, passwords: LoginPasswords): Promise<void> {
  return withConnection(adminUrl, async (admin) => {
    // Two processes may do this at once; roles belong to the whole server, so the lock does too.
    await admin.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtext('commons roles'))`;
      for (const name of ['commons_owner', 'commons_app', 'commons_service', 'anon', 'authenticated']) {
        const [found] = await transaction`select 1 from pg_roles where rolname = ${name}`;
        if (!found) await transaction.unsafe(`create role ${name} nologin`);
      }
      const [admin] = await transaction<[{ isSuper: boolean }]>`
        select rolsuper as "isSuper" from pg_roles where rolname = current_user`;
      const secrets = admin.isSuper ? await readSecrets(transaction) : new Map<string, string>();
      for (const [name, password] of Object.entries(passwords)) {
        const login = `commons_${name}`;
        if (isSecretOf(secrets.get(login) ?? '', password)) continue;
        await transaction.unsafe(`alter role ${login} login noinherit password ${quoted(password)}`);
      }
      await transaction.unsafe(roleStatements);
      await transaction.unsafe(backupStatements);
      if (admin.isSuper) await transaction.unsafe(superuserStatements);
    });
  });
}

/** Gives the logins and roles their rights at the database that `adminUrl` names, and takes every other right from PUBLIC. */
export function setUpDatabaseRights(adminUrl: string): Promise<void> {
  return withConnection(adminUrl, async (admin) => {
    const [row] = await admin<[{ name: string; isSuper: boolean }]>`
      select quote_ident(current_database()) as name, rolsuper as "isSuper" from pg_roles where rolname = current_user`;
    await admin.unsafe(databaseStatements(row.name));
    if (row.isSuper) await admin.unsafe(sharedFunctionStatements);
  });
}

/** Makes the database `name` at the server of `adminUrl` when it is missing, as a copy of `template` where one is given. */
export function ensureDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  return withConnection(adminUrl, async (admin) => {
    const [found] = await admin`select 1 from pg_database where datname = ${name}`;
    if (!found) await admin`create database ${admin(name)} template ${admin(template)}`;
  });
}

/** What the server keeps of each login's password; only a superuser may look. */
async function readSecrets(transaction: TransactionSql): Promise<Map<string, string>> {
  const rows = await transaction<{ login: string; secret: string }[]>`
    select rolname as login, rolpassword as secret from pg_authid
    where rolname in ('commons_owner', 'commons_app', 'commons_service') and rolpassword is not null`;
  return new Map(rows.map(({ login, secret }) => [login, secret]));
}

const quoted = (password: string) => `'${password.replaceAll("'", "''")}'`;

const logins = Object.keys(loginPresets);

const presetStatements = (login: string, presets: Readonly<Record<string, string>>) =>
  Object.entries(presets).map(([name, value]) => `alter role ${login} set ${name} = '${value}';`);

const roleStatements = `
  alter role commons_owner login noinherit;
  alter role commons_app login noinherit;
  alter role commons_service login noinherit;
  grant anon, authenticated to commons_app;
  alter role commons_app reset all;
  alter role commons_service reset all;
  ${logins.flatMap((login) => presetStatements(login, loginPresets[login] ?? {})).join('')}
`;

// Only a superuser may give BYPASSRLS and decide what is logged. Without them a backup says what it lacks, and so does the lint.
const superuserStatements = `
  alter role commons_backup bypassrls;
  grant pg_read_all_data to commons_backup;
  ${logins.flatMap((login) => presetStatements(login, superuserPresets)).join('')}
`;

// Nobody logs in as commons_backup. The owner becomes it for the length of one read-only transaction: forced row-level security
// would otherwise leave a backup without rows. It holds SELECT alone, and a SECURITY DEFINER function cannot become it.
const backupStatements = `
  do $$ begin
    if to_regrole('commons_backup') is null then create role commons_backup nologin; end if;
  end $$;
  grant commons_backup to commons_owner;
`;

// What no policy can guard, because everybody shares it: locks by number, large objects, the replication log. What is revoked
// already is left alone, because each change would be a new row of a catalogue that every database has.
const sharedFunctionStatements = `
  do $$
  declare shared record;
  begin
    for shared in
      select oid::regprocedure as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace
        and proname ~ '^(lo_.*|lowrite|loread|pg_(try_)?advisory_.*|pg_logical_emit_message)$'
        and has_function_privilege('anon', oid, 'EXECUTE')
    loop
      execute format('revoke execute on function %s from public', shared.name);
      if shared.name::text ~ 'advisory' then
        execute format('grant execute on function %s to commons_owner, commons_service', shared.name);
      end if;
    end loop;
  end $$;
`;

const databaseStatements = (database: string) => `
  revoke all on database ${database} from public;
  grant connect on database ${database} to commons_app, commons_service;
  grant connect, create on database ${database} to commons_owner;
  revoke all on schema public from public;
  grant usage, create on schema public to commons_owner;
  grant usage on schema public to anon, authenticated, commons_service;
  alter default privileges for role commons_owner revoke execute on functions from public;
  create schema if not exists app authorization commons_owner;
  grant usage on schema app to commons_app, anon, authenticated, commons_service;
`;
