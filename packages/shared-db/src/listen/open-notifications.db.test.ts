import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { freezingProxy } from '../../testing/freezing-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import type { Notifications } from './notifications.ts';
import { type NotificationsOptions, openNotifications } from './open-notifications.ts';

describe('notifications', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db?.[Symbol.asyncDispose]());

  async function open(options: Partial<NotificationsOptions> = {}): Promise<Notifications> {
    const notifications = openNotifications({ url: db.direct.service, ...options });
    onTestFinished(() => notifications.close());
    await notifications.started;
    return notifications;
  }

  /** Listens, and hands over what is heard one by one. */
  async function hear(notifications: Notifications, channel: string) {
    const heard: string[] = [];
    let wake = Promise.withResolvers<void>();
    const tell = (what: string) => {
      heard.push(what);
      wake.resolve();
      wake = Promise.withResolvers();
    };
    const stop = await notifications.listen(channel, {
      heard: tell,
      missed: () => tell('missed'),
    });
    return {
      stop,
      async until(what: string): Promise<string[]> {
        while (!heard.includes(what)) await wake.promise;
        return heard;
      },
    };
  }

  const killListeners = () =>
    db.admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'commons: listen'`;

  it('carry many payloads in one statement to every other process, in order', async () => {
    const [here, there] = [await open(), await open()];
    const [first, second] = [await hear(here, 'things'), await hear(there, 'things')];
    await here.notify('things', ['a', 'b "quoted" \\ and ü', 'c']);

    expect(await second.until('c')).toEqual(['a', 'b "quoted" \\ and ü', 'c']);
    expect(await first.until('c')).toHaveLength(3);
  });

  it('keep channels apart, and fall silent when nobody listens any more', async () => {
    const here = await open();
    const [mine, theirs] = [await hear(here, 'mine'), await hear(here, 'theirs')];
    mine.stop();
    await here.notify('mine', ['x']);
    await here.notify('theirs', ['y']);

    expect(await theirs.until('y')).toEqual(['y']);
  });

  it('go on for whoever has begun to listen where somebody stops twice', async () => {
    const here = await open();
    const first = await hear(here, 'mine');
    first.stop();
    const second = await hear(here, 'mine');
    first.stop();
    await here.notify('mine', ['x']);

    expect(await second.until('x')).toEqual(['x']);
  });

  it('say after a killed connection that some may have been missed, and go on', async () => {
    const changes: boolean[] = [];
    const [here, there] = [await open(), await open({ onChange: (state) => changes.push(state) })];
    const listener = await hear(there, 'things');
    await killListeners();
    await listener.until('missed');
    await expect
      .poll(() =>
        here.notify('things', ['after']).then(
          () => 'sent',
          () => 'lost',
        ),
      )
      .toBe('sent');

    expect((await listener.until('after')).filter((what) => what !== 'missed')).toEqual(['after']);
    expect(changes).toEqual([true, false, true]);
  });

  it('refuse to send while there is no connection, and do not hold up whoever starts', async () => {
    const nowhere = new URL(db.direct.service);
    nowhere.port = '1';
    const deaf = await open({ url: nowhere.href });

    expect(deaf.isListening).toBe(false);
    await expect(deaf.notify('things', ['x'])).rejects.toThrow('There is no connection to notify through.');
  });

  it('notice a connection that has died without a word', async () => {
    await using proxy = await freezingProxy(db.direct.service);
    const [here, there] = [
      await open(),
      await open({ url: proxy.url, probeEveryMs: 10, probeTimeoutMs: 500 }),
    ];
    const listener = await hear(there, 'things');
    proxy.freeze();
    await listener.until('missed');
    await expect.poll(() => there.isListening).toBe(true);
    await here.notify('things', ['after']);

    expect(await listener.until('after')).toContain('missed');
    await there.close();
  });
});
