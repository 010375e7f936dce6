import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { atOnce } from './at-once.ts';

const key = ['note'];

/** Somebody pins a note, and the server answers as it is told to. */
function pin(answer: Promise<void>) {
  const queries = new QueryClient();
  queries.setQueryData(key, { body: 'Ate well.', isPinned: false });
  const change = (note: { isPinned: boolean }, isPinned: boolean) => ({ ...note, isPinned });
  const observer = new MutationObserver(queries, {
    mutationFn: () => answer,
    ...atOnce(queries, key, change),
  });
  const settled = observer.mutate(true).catch(() => {});
  return { shown: () => queries.getQueryData(key), settled };
}

it('shows a change before the server has answered', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { shown, settled } = pin(promise);

  await vi.waitFor(() => expect(shown()).toEqual({ body: 'Ate well.', isPinned: true }));
  resolve();
  await settled;
  expect(shown()).toEqual({ body: 'Ate well.', isPinned: true });
});

it('sends several changes one after the other, and reads again after the last', async () => {
  const queries = new QueryClient();
  queries.setQueryData(key, { isPinned: false });
  const invalidated = vi.spyOn(queries, 'invalidateQueries');
  const sent: boolean[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const options = {
    mutationFn: (isPinned: boolean) => {
      sent.push(isPinned);
      return promise;
    },
    ...atOnce(queries, key, (note: { isPinned: boolean }, isPinned: boolean) => ({ ...note, isPinned })),
  };
  const both = [true, false].map((isPinned) => new MutationObserver(queries, options).mutate(isPinned));
  await vi.waitFor(() => expect(sent).toEqual([true]));
  resolve();
  await Promise.all(both);

  expect(sent).toEqual([true, false]);
  expect(queries.getQueryData(key)).toEqual({ isPinned: false });
  expect(invalidated).toHaveBeenCalledOnce();
});

it('brings back what was there when the server refuses', async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  const { shown, settled } = pin(promise);
  await vi.waitFor(() => expect(shown()).toMatchObject({ isPinned: true }));
  reject(new TypeError('Failed to fetch'));
  await settled;

  expect(shown()).toEqual({ body: 'Ate well.', isPinned: false });
});
