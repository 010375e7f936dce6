import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { removeClusterHome } from '../embedded/cluster-home.ts';
import { startCluster } from '../embedded/start-cluster.ts';
import { keepLoginPasswords } from './login-passwords.ts';
import { loginUrl } from './logins.ts';
import { setUpDatabaseRights, setUpRoles } from './set-up-roles.ts';
import { withConnection } from './with-connection.ts';

describe('the roles and rights that setup makes', () => {
  let db: TestDatabase;
  let owner: Sql;
  beforeAll(async () => {
    db = await createTestDatabase();
    owner = postgres(db.logins.owner, { max: 1 });
  });
  afterAll(async () => {
    await owner.end();
    await db[Symbol.asyncDispose]();
  });

  it('are bound by row-level security and inherit nothing', async () => {
    const roles = await db.admin`
      select rolname as name, rolcanlogin as "canLogin" from pg_roles
      where rolname in ('anon', 'authenticated', 'commons_app', 'commons_owner', 'commons_service')
        and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or (rolinherit and rolcanlogin))
      order by 1`;
    expect(roles).toEqual([
      { name: 'anon', canLogin: false },
      { name: 'authenticated', canLogin: false },
      { name: 'commons_app', canLogin: true },
      { name: 'commons_owner', canLogin: true },
      { name: 'commons_service', canLogin: true },
    ]);
  });

  it('let the app login become the two request roles and nothing else', async () => {
    const memberships = await db.admin`
      select roleid::regrole::text as role from pg_auth_members where member = 'commons_app'::regrole order by 1`;
    expect(memberships.map((row) => row.role)).toEqual(['anon', 'authenticated']);
  });

  it('give the logins that serve requests time-outs', async () => {
    const app = postgres(db.logins.app, { max: 1 });
    const settings = await app`
      select name, setting from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by 1`;
    await app.end();
    expect(settings.map(({ setting }) => setting)).toEqual(['10000', '5000', '15000']);
  });

  it('keep a new function of the owner’s from everybody until it is granted', async () => {
    await owner`create function app.secret() returns int language sql stable as 'select 1'`;
    const [row] = await owner`select has_function_privilege('commons_app', 'app.secret()', 'execute') as may`;
    expect(row).toEqual({ may: false });
  });

  it('keep a new table and a new schema from everybody until they are granted', async () => {
    await owner`create schema notes create table notes (id int)`;
    const [row] = await owner`
      select has_schema_privilege('authenticated', 'notes', 'usage') as schema,
        has_table_privilege('authenticated', 'notes.notes', 'select') as table`;
    expect(row).toEqual({ schema: false, table: false });
  });

  it('let nobody but the owner make anything where functions look', async () => {
    const makers = await db.admin`
      select rolname as name from pg_roles
      where rolname in ('anon', 'authenticated', 'commons_app', 'commons_owner', 'commons_service')
        and has_schema_privilege(rolname, 'public', 'create')`;
    expect(makers).toEqual([{ name: 'commons_owner' }]);
  });

  it('take presets back that somebody gave to a login', async () => {
    await using cluster = await ownCluster();
    const { passwords } = cluster;
    const presets = await withConnection(cluster.superuserUrl, async (admin) => {
      await admin`alter role commons_app set app.user_id = '00000000-0000-7000-8000-000000000001'`;
      await admin`alter role commons_service set search_path = 'elsewhere'`;
      await setUpRoles(cluster.superuserUrl, passwords);
      return await admin`select setconfig::text as text from pg_db_role_setting`;
    });

    expect(presets.length).toBeGreaterThan(0);
    expect(presets.filter(({ text }) => /app\.user_id|elsewhere/.test(text))).toEqual([]);
  });

  it('keep the secret of a login that has its password, and change that of another password alone', async () => {
    await using cluster = await ownCluster();
    const { passwords, superuserUrl } = cluster;
    const secrets = () =>
      withConnection(superuserUrl, async (admin) => {
        const rows = await admin<{ login: string; secret: string }[]>`
          select rolname as login, rolpassword as secret from pg_authid where rolname ~ '^commons_' and rolcanlogin`;
        return Object.fromEntries(rows.map(({ login, secret }) => [login, secret]));
      });
    const first = await secrets();
    await setUpRoles(superuserUrl, passwords);
    expect(await secrets()).toEqual(first);

    await setUpRoles(superuserUrl, { ...passwords, app: 'another password' });
    const { commons_app: changed, ...others } = await secrets();
    expect({ ...others, commons_app: first.commons_app }).toEqual(first);
    expect(changed).not.toBe(first.commons_app);
    const app = loginUrl(superuserUrl, 'commons_app', 'another password');
    expect(await withConnection(app, (sql) => sql`select current_user::text as name`)).toEqual([
      { name: 'commons_app' },
    ]);
  });

  it('are the same when they are made again', async () => {
    const rights = () =>
      db.admin`select nspname, nspacl::text from pg_namespace where nspname !~ '^pg_' order by 1`;
    const before = await rights();
    await setUpDatabaseRights(db.adminUrl);
    expect(await rights()).toEqual(before);
  });
});

/** A server that no other test uses, with the roles and their passwords. */
async function ownCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'commons-roles-'));
  const cluster = await startCluster({ folder: join(folder, 'cluster'), disposable: true });
  const passwords = keepLoginPasswords(join(folder, 'passwords.json'));
  await setUpRoles(cluster.superuserUrl, passwords);
  return {
    superuserUrl: cluster.superuserUrl,
    passwords,
    async [Symbol.asyncDispose]() {
      await cluster.stop();
      removeClusterHome(join(folder, 'cluster'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
