import { createHash, randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { type Logins, loginsAt, throughPooler } from '../src/connection/logins.ts';
import { ensureDatabase, setUpDatabaseRights } from '../src/connection/set-up-roles.ts';
import { withConnection } from '../src/connection/with-connection.ts';
import { type Database, openDatabase } from '../src/context/open-database.ts';
import type { DatabaseModule } from '../src/migrate/database-module.ts';
import { readMigrations } from '../src/migrate/read-migrations.ts';
import { upgrade } from '../src/migrate/upgrade.ts';
import { users } from '../src/schema/users.ts';
import { openServiceDatabase, type ServiceDatabase } from '../src/service/open-service-database.ts';
import { sharedModule } from '../src/shared-module.ts';
import { uuidV7 } from '../src/uuid-v7.ts';

/** A database of one test file, with every way into it. Act and assert through `database`; `admin` only arranges. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  service: ServiceDatabase;
  /** A superuser, whom row-level security does not bind: for arranging and for looking behind the scenes. */
  admin: Sql;
  adminUrl: string;
  /** As a server's pools use them: through the pooler where the tests run with one. */
  logins: Logins;
  /** Around the pooler. */
  direct: Logins;
  modules: readonly DatabaseModule[];
  /** Adds a person to `users`. */
  createUser(details?: { email?: string; fullName?: string }): Promise<{ id: string; email: string }>;
}

/** What a test may choose about its database. */
export interface TestDatabaseOptions {
  /** Most connections of the request pool. */
  max?: number;
  /** Leaves the database without any migration. */
  empty?: boolean;
}

/**
 * Makes a database for one test file: a clone of a template that has the migrations of shared-db and of `modules`.
 *
 * @example
 * await using db = await createTestDatabase([notes]);
 */
export async function createTestDatabase(
  modules: readonly DatabaseModule[] = [],
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const { adminUrl: serverUrl, passwords, pooler } = inject('testServer');
  const all = [sharedModule, ...modules.filter((module) => module !== sharedModule)];
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ensureDatabase(serverUrl, name, options.empty ? undefined : await ensureTemplate(all));
  const adminUrl = databaseUrl(serverUrl, name);
  await setUpDatabaseRights(adminUrl);

  const direct = loginsAt(adminUrl, passwords);
  const logins = throughPooler(direct, pooler);
  const database = openDatabase({ url: logins.app, max: options.max ?? 4 });
  const service = openServiceDatabase({ url: logins.service, max: 2 });
  const admin = postgres(adminUrl, { max: 2, onnotice: () => {} });
  return {
    database,
    service,
    admin,
    adminUrl,
    logins,
    direct,
    modules: all,
    createUser: async (details = {}) => {
      const person = { id: uuidV7(), email: details.email ?? `${randomUUID()}@example.org` };
      await service.asService('arrange a test', (tx) =>
        tx.insert(users).values({ ...person, fullName: details.fullName ?? 'Test Person' }),
      );
      return person;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([database.close(), service.close(), admin.end({ timeout: 5 })]);
      await withConnection(serverUrl, async (server) => {
        await server`drop database ${server(name)} with (force)`;
      });
    },
  };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

// Several test files start at once; the first to come makes the template, the others wait for it.
async function ensureTemplate(modules: readonly DatabaseModule[]): Promise<string> {
  const { adminUrl: serverUrl, passwords } = inject('testServer');
  const checksums = readMigrations(modules).map((migration) => `${migration.module} ${migration.checksum}`);
  const name = `template_${createHash('sha256').update(checksums.join('\n')).digest('hex').slice(0, 16)}`;
  await withConnection(serverUrl, async (server) => {
    await server`select pg_advisory_lock(hashtext(${name}))`;
    const [found] = await server`select 1 from pg_database where datname = ${name}`;
    if (found) return;
    const building = `${name}_building`;
    await server`drop database if exists ${server(building)} with (force)`;
    await server`create database ${server(building)}`;
    const adminUrl = databaseUrl(serverUrl, building);
    await setUpDatabaseRights(adminUrl);
    await upgrade({ ownerUrl: loginsAt(adminUrl, passwords).owner, modules });
    await server`alter database ${server(building)} rename to ${server(name)}`;
  });
  return name;
}
