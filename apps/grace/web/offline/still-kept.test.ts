import { dehydrate, QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { stillKept } from './still-kept.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const hour = 3_600_000;

/** What was read, and how many hours ago. */
function read(people: { ids: string[]; hours: number } | undefined, today: Record<string, number>) {
  const queries = new QueryClient();
  const put = (key: unknown[], data: unknown, hours: number) =>
    queries.setQueryData(key, data, { updatedAt: now - hours * hour });
  if (people)
    put(
      [['profiles', 'list'], { type: 'query' }],
      people.ids.map((id) => ({ id })),
      people.hours,
    );
  for (const [profileId, hours] of Object.entries(today))
    put([['doses', 'today'], { input: { profileId }, type: 'query' }], { entries: [] }, hours);
  return dehydrate(queries);
}

const keptOf = (state: ReturnType<typeof read>) =>
  stillKept(state, now).queries.map(({ queryKey }) => {
    const [path, { input }] = queryKey as [string[], { input?: { profileId: string } }];
    return input?.profileId ?? path.join('.');
  });

it('keeps what is to do today for everybody on the list', () => {
  const state = read({ ids: ['mum', 'dad'], hours: 1 }, { mum: 2, dad: 35 });

  expect(keptOf(state)).toEqual(['profiles.list', 'mum', 'dad']);
});

it('keeps nothing that is old, however new the rest is', () => {
  expect(keptOf(read({ ids: ['mum', 'dad'], hours: 1 }, { mum: 2, dad: 37 }))).toEqual([
    'profiles.list',
    'mum',
  ]);
});

it('keeps nothing about somebody whom the caller no longer sees', () => {
  expect(keptOf(read({ ids: ['mum'], hours: 1 }, { mum: 2, dad: 2 }))).toEqual(['profiles.list', 'mum']);
  expect(keptOf(read(undefined, { mum: 2 }))).toEqual([]);
});

it('keeps an old list of people for as long as there is something new of one', () => {
  expect(keptOf(read({ ids: ['mum'], hours: 99 }, { mum: 2 }))).toEqual(['profiles.list', 'mum']);
  expect(keptOf(read({ ids: ['mum'], hours: 99 }, { mum: 99 }))).toEqual([]);
});
