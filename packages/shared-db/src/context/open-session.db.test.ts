import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { sessions } from '../identity/sessions.ts';
import { users } from '../schema/users.ts';

describe('a context that proves its session', () => {
  let db: TestDatabase;
  let alice: string;
  let bob: string;
  beforeAll(async () => {
    db = await createTestDatabase([], { max: 1 });
    alice = (await db.createUser()).id;
    bob = (await db.createUser()).id;
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const signIn = async (userId: string, expiresAt = new Date(Date.now() + 60_000)) => {
    const [row] = await db.service.asService('arrange', (tx) =>
      tx.insert(sessions).values({ userId, token: randomUUID(), expiresAt }).returning({ id: sessions.id }),
    );
    return row?.id ?? '';
  };
  const whoAmI = (userId: string, sessionId: string) =>
    db.database.asUser({ userId, sessionId }, (tx) =>
      tx.select({ id: users.id, role: sql<string>`current_user` }).from(users),
    );
  const rename = (userId: string, sessionId: string) =>
    db.database.asUser({ userId, sessionId }, (tx) => tx.update(users).set({ fullName: 'renamed' }));

  it('is that of the person whose session stands', async () => {
    expect(await whoAmI(alice, await signIn(alice))).toEqual([{ id: alice, role: 'authenticated' }]);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'that has ended',
      async () => {
        const id = await signIn(alice);
        await db.service.asService('revoke', (tx) => tx.delete(sessions));
        return id;
      },
    ],
    ['that has expired', () => signIn(alice, new Date(Date.now() - 1_000))],
    ['of somebody else', () => signIn(bob)],
    ['that never was', async () => randomUUID()],
  ])('is refused with a session %s, its query with it, and the next is served', async (_, arrange) => {
    const sessionId = await arrange();
    expect(await errorCode(() => whoAmI(alice, sessionId))).toBe('CM401');
    expect(await errorCode(() => rename(alice, sessionId))).toBe('CM401');
    expect(await db.admin`select from users where full_name = 'renamed'`).toHaveLength(0);
    expect(await whoAmI(alice, await signIn(alice))).toHaveLength(1);
  });

  it('is refused once the person is gone', async () => {
    const { id } = await db.createUser();
    const sessionId = await signIn(id);
    await db.admin`delete from users where id = ${id}`;
    expect(await errorCode(() => whoAmI(id, sessionId))).toBe('CM401');
  });

  it.each(['', 'x', "'; drop table users; --"])('is refused with “%s” for a session', async (sessionId) => {
    expect(await errorCode(() => whoAmI(alice, sessionId))).toBe('22P02');
  });

  it('opens once in a transaction, and not inside another context', async () => {
    const session = await signIn(alice);
    const login = postgres(db.logins.app, { max: 1, onnotice: () => {} });
    const openSession = (tx: postgres.TransactionSql) =>
      tx`select app.open_session(${session}, ${alice}, '{}')`;
    const code = errorCode(() =>
      login.begin(async (tx) => {
        await openSession(tx);
        await tx`reset role`;
        await openSession(tx);
      }),
    );
    expect(await code).toBe('55000');
    await login.end();
  });

  it.each([
    `select app.session_stands('${randomUUID()}')`,
    `select app.open_session('${randomUUID()}', '${randomUUID()}', '{}')`,
  ])('leaves people without the right to: %s', async (statement) => {
    const work = db.database.asUser({ userId: alice }, (tx) => tx.execute(sql.raw(statement)));
    expect(await errorCode(() => work)).toBe('42501');
  });

  it('lets the owner see no session but those of the person in question', async () => {
    await signIn(alice);
    await signIn(bob);
    const owner = postgres(db.logins.owner, { max: 1 });
    const seen = (userId: string) =>
      owner.begin(async (tx) => {
        await tx`select set_config('app.user_id', ${userId}, true)`;
        return (await tx`select distinct user_id from identity.sessions`).map((row) => row.user_id);
      });
    expect([await seen(''), await seen(alice)]).toEqual([[], [alice]]);
    await owner.end();
  });
});
