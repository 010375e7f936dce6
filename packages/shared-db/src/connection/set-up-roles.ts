import postgres, { type Sql } from 'postgres';
import { explainConnectionError } from './explain-connection-error.ts';
import type { LoginPasswords } from './logins.ts';

/** Makes the three logins and the two roles of a server. Run again it changes nothing but the passwords. */
export function setUpRoles(adminUrl: string, passwords: LoginPasswords): Promise<void> {
  return asAdmin(adminUrl, async (admin) => {
    // Two processes may do this at once; roles belong to the whole server, so the lock does too.
    await admin.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtext('commons roles'))`;
      for (const name of ['commons_owner', 'commons_app', 'commons_service', 'anon', 'authenticated']) {
        const [found] = await transaction`select 1 from pg_roles where rolname = ${name}`;
        if (!found) await transaction.unsafe(`create role ${name} nologin`);
      }
      await transaction.unsafe(roleStatements(passwords));
    });
  });
}

/** Gives the logins and roles their rights at the database that `adminUrl` names, and takes every other right from PUBLIC. */
export function setUpDatabaseRights(adminUrl: string): Promise<void> {
  return asAdmin(adminUrl, async (admin) => {
    const [row] = await admin<[{ name: string }]>`select quote_ident(current_database()) as name`;
    await admin.unsafe(databaseStatements(row.name));
  });
}

/** Makes the database `name` at the server of `adminUrl` when it is missing, as a copy of `template` where one is given. */
export function ensureDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  return asAdmin(adminUrl, async (admin) => {
    const [found] = await admin`select 1 from pg_database where datname = ${name}`;
    if (!found) await admin`create database ${admin(name)} template ${admin(template)}`;
  });
}

/** Runs `work` with the administrator's connection; a failing connection is explained. */
export async function asAdmin<T>(adminUrl: string, work: (admin: Sql) => Promise<T>): Promise<T> {
  const admin = postgres(adminUrl, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} });
  try {
    await admin`select 1`.catch((error: unknown) => {
      throw explainConnectionError(error, adminUrl);
    });
    return await work(admin);
  } finally {
    await admin.end({ timeout: 5 });
  }
}

// The passwords are base64url, so they need no quoting.
const roleStatements = (passwords: LoginPasswords) => `
  alter role commons_owner login noinherit password '${passwords.owner}';
  alter role commons_app login noinherit password '${passwords.app}';
  alter role commons_service login noinherit password '${passwords.service}';
  grant anon, authenticated to commons_app;
  alter role commons_app reset all;
  alter role commons_service reset all;
  alter role commons_app set statement_timeout = '15s';
  alter role commons_app set lock_timeout = '5s';
  alter role commons_app set idle_in_transaction_session_timeout = '10s';
  alter role commons_service set statement_timeout = '60s';
  alter role commons_service set lock_timeout = '5s';
  alter role commons_service set idle_in_transaction_session_timeout = '10s';
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
