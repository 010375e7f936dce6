import { lostConnection } from '@commons/ui/testing';
import { expect, it } from 'vitest';
import { Outbox } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';

const itemOf = (id: string): OutboxItem => ({
  kind: 'log',
  name: `Medicine ${id}`,
  zone: 'Europe/London',
  input: {
    id,
    profileId: 'p',
    versionId: 'v',
    localDate: '2026-11-20',
    slot: '08:00',
    actualAt: '2026-11-20T08:00:00.000Z',
  },
});

it('brings nothing back that was let go while the connection was found to be away', async () => {
  let onWrite = () => {};
  const outbox = new Outbox({
    // A browser that keeps nothing, and takes its time to say so.
    store: async () => {
      onWrite();
      throw new Error('Keeps nothing');
    },
    send: async () => {
      throw lostConnection();
    },
    refresh: async () => {},
    onDeparture: () => {},
    onRefused: () => {},
  });
  await outbox.add(itemOf('a'));
  let writes = 0;
  onWrite = () => {
    writes += 1;
    // The first is written down; the second is next.
    if (writes === 2) void outbox.remove('b');
  };
  await outbox.add(itemOf('b'));

  expect(outbox.items.map(({ input }) => input.id)).toEqual(['a']);
});
