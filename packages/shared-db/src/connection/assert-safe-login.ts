import { sql } from 'drizzle-orm';
import type { Database } from '../context/open-database.ts';

/** The app login could step around row-level security, so nothing may be served with it. */
export class UnsafeLoginError extends Error {
  override readonly name = 'UnsafeLoginError';
}

/**
 * Refuses an app login that row-level security would not bind: a superuser, one with BYPASSRLS, the owner of anything, or a
 * member of a role other than anon and authenticated.
 *
 * @throws {UnsafeLoginError} naming the login and what is wrong with it
 */
export async function assertSafeLogin(database: Database): Promise<void> {
  const login = await describeLogin(database);
  const faults = [
    login.super && 'is a superuser',
    login.bypass && 'has BYPASSRLS',
    login.owns && 'owns objects of this database',
    login.roles && `is a member of ${login.roles}`,
  ].filter(Boolean);
  if (faults.length > 0) {
    throw new UnsafeLoginError(
      `The app login "${login.name}" ${faults.join(', ')}: row-level security would not hold. ${remedy}`,
    );
  }
}

const remedy = 'Point DATABASE_APP_URL at the login commons_app that "pnpm db setup" makes.';

type LoginFacts = { name: string; super: boolean; bypass: boolean; owns: boolean; roles: string | null };

async function describeLogin(database: Database): Promise<LoginFacts> {
  try {
    const [login] = await database.asAnon((tx) => tx.execute<LoginFacts>(factsQuery));
    if (login) return login;
  } catch (error) {
    // The owner, for one, can neither call app.open_context for others nor become anon.
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  }
  throw new UnsafeLoginError(
    `The app login may not become "anon" and "authenticated", so it is not the one for requests. ${remedy}`,
  );
}

const factsQuery = sql`
      select
        login.rolname as name,
        login.rolsuper as super,
        login.rolbypassrls as bypass,
        exists (select from pg_class where relowner = login.oid)
          or exists (select from pg_namespace where nspowner = login.oid)
          or exists (select from pg_database where datname = current_database() and datdba = login.oid) as owns,
        (
          select string_agg(role.rolname, ', ' order by role.rolname)
          from pg_roles as role
          where role.oid <> login.oid
            and role.rolname not in ('anon', 'authenticated')
            and not login.rolsuper
            and pg_has_role(login.oid, role.oid, 'MEMBER')
        ) as roles
      from pg_roles as login
      where login.rolname = session_user`;
