import { set } from 'idb-keyval';
import { expect, it, vi } from 'vitest';
import { countToBeSent, forgetKept, keptStore, openKept } from './kept-store.ts';

const rows = vi.hoisted(() => new Map<IDBValidKey, unknown>());

// The browser of these tests has no IndexedDB: a map stands in for a store.
vi.mock('idb-keyval', async (original) => ({
  ...(await original<typeof import('idb-keyval')>()),
  createStore: () => async (_mode: string, use: (store: Map<IDBValidKey, unknown>) => unknown) => use(rows),
  set: (key: IDBValidKey, value: unknown, store: (mode: string, use: unknown) => Promise<unknown>) =>
    store('readwrite', (kept: typeof rows) => kept.set(key, value)),
  keys: (store: (mode: string, use: unknown) => Promise<unknown>) =>
    store('readonly', (kept: typeof rows) => [...kept.keys()]),
  clear: (store: (mode: string, use: unknown) => Promise<unknown>) =>
    store('readwrite', (kept: typeof rows) => kept.clear()),
}));

it('takes nothing any more once its person has signed out, and takes things again when they are back', async () => {
  const store = keptStore('anna');
  await set('grace:queries', 'Metformin', store);
  const leaving = forgetKept('anna');
  await expect(set('grace:queries', 'a moment later', store)).rejects.toThrow('signed out');
  await leaving;
  expect([...rows.keys()]).toEqual([]);

  openKept('anna');
  await set('grace:queries', 'Metformin', store);
  expect([...rows.keys()]).toEqual(['grace:queries']);
});

it('counts what was written and no server has yet', async () => {
  const store = keptStore('ben');
  await set('grace:queries', 'Metformin', store);
  await set('grace:outbox:1', 'given at eight', store);

  expect(await countToBeSent('ben')).toBe(1);
});
