import { type Notifications, openNotifications } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { postgresRealtime } from './postgres-realtime.ts';

describe('realtime among processes', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db?.[Symbol.asyncDispose]());

  /** What one process has of it. */
  async function process(secret = 'the secret of this site') {
    const notifications = openNotifications({ url: db.direct.service });
    await notifications.started;
    const realtime = await postgresRealtime({ notifications, secret });
    onTestFinished(async () => {
      await realtime.close();
      await notifications.close();
    });
    const subscribe = (channel: string) => realtime.subscribe(channel, AbortSignal.timeout(20_000));
    return { ...realtime, subscribe, notifications };
  }

  const said = async (events: AsyncIterator<unknown>) => (await events.next()).value;
  const event = (id: string) => ({ type: 'event', event: { id } });
  const killListeners = () =>
    db.admin`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and application_name = 'commons: listen'`;
  const listening = (notifications: Notifications) =>
    expect.poll(() => notifications.isListening, { timeout: 10_000 }).toBe(true);

  it('brings an event from one to the other, in order, and to itself once', async () => {
    const [a, b] = [await process(), await process()];
    const [atA, atB] = [a.subscribe('things'), b.subscribe('things')];
    for (const id of ['1', '2', '3']) a.publish('things', { id });
    b.publish('things', { id: 'end' });

    for (const id of ['1', '2', '3']) expect(await said(atA)).toEqual(event(id));
    expect(await said(atA)).toEqual(event('end'));
    const heard = [await said(atB), await said(atB), await said(atB), await said(atB)];
    expect(heard.filter((one) => JSON.stringify(one) !== JSON.stringify(event('end')))).toEqual(
      ['1', '2', '3'].map(event),
    );
  });

  it('keeps channels apart', async () => {
    const [a, b] = [await process(), await process()];
    const mine = b.subscribe('mine');
    a.publish('theirs', { id: 'x' });
    a.publish('mine', { id: 'y' });

    expect(await said(mine)).toEqual(event('y'));
  });

  it('says that an event was too large to be sent, so that it is read', async () => {
    const [a, b] = [await process(), await process()];
    const atB = b.subscribe('things');
    a.publish('things', { text: 'x'.repeat(10_000) });

    expect(await said(atB)).toEqual({ type: 'resync' });
  });

  it('tells every subscriber to read again after its listener was killed, and goes on', async () => {
    const [a, b] = [await process(), await process()];
    const [atA, atB] = [a.subscribe('things'), b.subscribe('others')];
    await killListeners();

    expect(await said(atA)).toEqual({ type: 'resync' });
    expect(await said(atB)).toEqual({ type: 'resync' });
    await Promise.all([listening(a.notifications), listening(b.notifications)]);
    a.publish('others', { id: 'after' });
    expect(await said(atB)).toEqual(event('after'));
  });

  it('loses nothing that is published while the connection is down', async () => {
    const [a, b] = [await process(), await process()];
    const atB = b.subscribe('things');
    await killListeners();
    await listening(b.notifications);
    a.publish('things', { id: 'meanwhile' });
    const heard = [];
    do heard.push(await said(atB));
    while (JSON.stringify(heard.at(-1)) !== JSON.stringify(event('meanwhile')));
    expect(heard).toContainEqual({ type: 'resync' });
  });

  it('believes nothing that a request’s own connection notifies', async () => {
    const [a, b] = [await process(), await process()];
    const { id: userId } = await db.createUser();
    const forged = JSON.stringify(['x', [[null, null]]]);
    const [sealed, heardByAll] = [Promise.withResolvers<string>(), b.subscribe('things')];
    const spy = await b.notifications.listen('commons_realtime', {
      heard: (payload) => sealed.resolve(payload),
      missed() {},
    });
    for (const payload of [forged, `${'a'.repeat(22)}${forged}`, 'nonsense', '']) {
      await db.database.asUser({ userId }, (tx) =>
        tx.execute(sql`select pg_notify('commons_realtime', ${payload})`),
      );
    }
    const foreign = await process('the secret of another site on the same database');
    foreign.publish('things', { id: 'foreign' });
    a.publish('things', { id: 'real' });

    expect(await said(heardByAll)).toEqual(event('real'));
    expect(await sealed.promise).toBeDefined();
    spy();
  });
});
