import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { openDatabase } from '../context/open-database.ts';
import { assertSafeLogin, UnsafeLoginError } from './assert-safe-login.ts';
import { loginUrl } from './logins.ts';

describe('assertSafeLogin', () => {
  let db: TestDatabase;
  // Roles belong to the whole server, which other tests share, so this one has a name and a password of its own.
  const login = `login_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(`
      create role ${login} login noinherit password '${login}';
      grant anon, authenticated to ${login};
      grant usage on schema app to ${login};
      grant execute on function app.open_context(text, uuid, text) to ${login};
      grant connect on database ${new URL(db.adminUrl).pathname.slice(1)} to ${login};`);
  });
  afterEach(async () => {
    await db.admin.unsafe(`
      alter role ${login} nosuperuser nobypassrls;
      revoke commons_service, commons_owner from ${login};
      reassign owned by ${login} to commons_owner;`);
  });
  afterAll(async () => {
    await db.admin.unsafe(`drop owned by ${login}; drop role ${login};`);
    await db[Symbol.asyncDispose]();
  });

  async function faultAfter(change: string): Promise<unknown> {
    await db.admin.unsafe(change);
    const database = openDatabase({ url: loginUrl(db.logins.app, login, login), max: 1 });
    return assertSafeLogin(database)
      .catch((error: unknown) => error)
      .finally(() => database.close());
  }

  it('accepts the login that setup makes, and one like it', async () => {
    await assertSafeLogin(db.database);
    expect(await faultAfter('')).toBeUndefined();
  });

  it.each([
    [`alter role ${login} superuser`, 'is a superuser'],
    [`alter role ${login} bypassrls`, 'has BYPASSRLS'],
    [`alter table users owner to ${login}`, 'owns objects of this database'],
    [`alter schema identity owner to ${login}`, 'owns objects of this database'],
    [`grant commons_service to ${login}`, 'is a member of commons_service'],
    [`grant commons_owner to ${login}`, 'is a member of commons_backup, commons_owner'],
  ])('refuses after: %s', async (change, fault) => {
    const error = await faultAfter(change);
    expect(error).toBeInstanceOf(UnsafeLoginError);
    expect(String(error)).toContain(`The app login "${login}" `);
    expect(String(error)).toContain(fault);
    expect(String(error)).toContain(
      'Point DATABASE_APP_URL at the login commons_app that "pnpm db setup" makes.',
    );
  });

  it('refuses the owner of the database, who could change every right in it', async () => {
    const name = new URL(db.adminUrl).pathname.slice(1);
    const error = await faultAfter(`alter database ${name} owner to ${login}`);
    expect(String(error)).toContain('owns objects of this database');
  });

  it('refuses the owner’s and the administrator’s own login', async () => {
    for (const url of [db.adminUrl, db.logins.owner]) {
      const database = openDatabase({ url, max: 1 });
      await expect(assertSafeLogin(database)).rejects.toThrow(UnsafeLoginError);
      await database.close();
    }
  });
});
