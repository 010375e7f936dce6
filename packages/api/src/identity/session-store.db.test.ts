import { randomUUID } from 'node:crypto';
import { sessions } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSessionStore, type SessionStore } from './session-store.ts';

let db: TestDatabase;
let store: SessionStore;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
  store = openSessionStore(db.service);
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
});

async function signIn(): Promise<{ token: string; userId: string }> {
  const { id: userId } = await db.createUser({ fullName: 'Anna' });
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  await db.service.asService('arrange', (tx) => tx.insert(sessions).values({ userId, token, expiresAt }));
  return { token, userId };
}

async function endBehindOurBack(token: string): Promise<void> {
  await db.service.asService('another process', (tx) => tx.delete(sessions).where(eq(sessions.token, token)));
}

describe('the session store', () => {
  it('gives each of many askers their own session', async () => {
    const people = [await signIn(), await signIn(), await signIn()];
    const found = await Promise.all(people.map(({ token }) => store.find(token)));

    expect(found.map((session) => session?.user.id)).toEqual(people.map(({ userId }) => userId));
    expect(found[0]?.user.name).toBe('Anna');
    expect(await store.find('no such token')).toBeNull();
  });

  it('uses an answer again for 250 ms and not longer', async () => {
    const { token } = await signIn();
    await store.find(token);
    await endBehindOurBack(token);
    vi.advanceTimersByTime(250);
    expect(await store.find(token)).not.toBeNull();
    vi.advanceTimersByTime(1);

    expect(await store.find(token)).toBeNull();
  });

  it('forgets at once when this process ended a session', async () => {
    const { token } = await signIn();
    await store.find(token);
    await endBehindOurBack(token);
    await store.refresh();

    expect(await store.find(token)).toBeNull();
  });

  it('is no obstacle for whoever has ended a session, where the database does not answer then', async () => {
    const { token } = await signIn();
    const away = () => Promise.reject(new Error('away'));
    const deaf = openSessionStore({ ...db.service, asService: away });
    using _watch = deaf.watch(token);

    await expect(deaf.refresh()).resolves.toBeUndefined();
    deaf.close();
  });

  it('tells a stream that its session has ended, and no other stream', async () => {
    const [anna, ben] = [await signIn(), await signIn()];
    using watchAnna = store.watch(anna.token);
    using watchBen = store.watch(ben.token);
    await endBehindOurBack(anna.token);
    await store.refresh();

    expect([watchAnna.ended.aborted, watchBen.ended.aborted]).toEqual([true, false]);
  });

  it('leaves a stream alone that began while it looked at the others', async () => {
    const [anna, ben] = [await signIn(), await signIn()];
    using _watchAnna = store.watch(anna.token);
    const looking = store.refresh();
    using watchBen = store.watch(ben.token);
    await looking;

    expect(watchBen.ended.aborted).toBe(false);
  });

  it('looks at watched sessions every five seconds, in case another process ended them', async () => {
    const { token } = await signIn();
    using watch = store.watch(token);
    await endBehindOurBack(token);
    const ended = new Promise<void>((resolve) => watch.ended.addEventListener('abort', () => resolve()));
    vi.advanceTimersByTime(5_000);
    await ended;

    expect(watch.ended.aborted).toBe(true);
  });

  it('does not keep a failure', async () => {
    const { token } = await signIn();
    let failures = 1;
    const failing = openSessionStore({
      ...db.service,
      asService: (why, work) =>
        failures-- > 0 ? Promise.reject(new Error('connection lost')) : db.service.asService(why, work),
    });
    await expect(failing.find(token)).rejects.toThrow('connection lost');

    expect(await failing.find(token)).not.toBeNull();
    failing.close();
  });

  it('may be asked from inside somebody’s database context', async () => {
    const { token, userId } = await signIn();
    const found = await db.database.asUser({ userId }, () => store.find(token));

    expect(found?.user.id).toBe(userId);
  });
});
