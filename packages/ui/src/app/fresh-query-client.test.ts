import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FreshQueryClient } from './fresh-query-client.ts';

const queryKey = ['stock'];
let queries: FreshQueryClient;
let reads: PromiseWithResolvers<string>[];
let stop: () => void;

beforeEach(() => {
  queries = new FreshQueryClient({ defaultOptions: { queries: { retry: false } } });
  reads = [];
  const queryFn = () => {
    const read = Promise.withResolvers<string>();
    reads.push(read);
    return read.promise;
  };
  stop = new QueryObserver(queries, { queryKey, queryFn }).subscribe(() => undefined);
});
afterEach(() => {
  stop();
  queries.clear();
});

const readsBegun = (count: number) => vi.waitFor(() => expect(reads).toHaveLength(count));
const shown = () => queries.getQueryData(queryKey);

async function readFirst(): Promise<void> {
  reads[0]?.resolve('first');
  await vi.waitFor(() => expect(shown()).toBe('first'));
}

it('reads once more what changed during its first read, however often it changed', async () => {
  const known = Promise.all([queries.invalidateQueries({ queryKey }), queries.invalidateQueries()]);
  await readFirst();
  await readsBegun(2);
  reads[1]?.resolve('second');
  await known;

  expect(shown()).toBe('second');
  expect(reads).toHaveLength(2);
});

it('reads once more after a first read that failed', async () => {
  void queries.invalidateQueries({ queryKey });
  reads[0]?.reject(new Error('The connection is lost.'));
  await readsBegun(2);
  reads[1]?.resolve('second');

  await vi.waitFor(() => expect(shown()).toBe('second'));
});

it('lets a read that is under way arrive where that is wanted, and reads once more after it', async () => {
  await readFirst();
  void queries.invalidateQueries({ queryKey });
  await readsBegun(2);
  void queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
  void queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
  reads[1]?.resolve('second');
  await readsBegun(3);

  expect(shown()).toBe('second');
  reads[2]?.resolve('third');
  await vi.waitFor(() => expect(shown()).toBe('third'));
  expect(reads).toHaveLength(3);
});

it('begins a read anew otherwise', async () => {
  await readFirst();
  void queries.invalidateQueries({ queryKey });
  const known = queries.invalidateQueries({ queryKey });
  await readsBegun(3);
  reads[2]?.resolve('third');
  await known;
  reads[1]?.resolve('second');

  expect(shown()).toBe('third');
  expect(reads).toHaveLength(3);
});
