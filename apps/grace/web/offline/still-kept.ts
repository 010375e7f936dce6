import type { DehydratedState } from '@tanstack/react-query';

/** Older than this, it says nothing about today, and is not shown to anybody. */
const keptMs = 36 * 3_600_000;

type KeptQuery = DehydratedState['queries'][number];

/**
 * What of the answers may stay in this browser: none that is old by itself, however new the others are, and none about somebody whom
 * the list of the caller's people no longer names. The list itself may be old where something of it is new: it is read when it changes.
 */
export function stillKept(state: DehydratedState, now: number): DehydratedState {
  const isFresh = ({ state: { dataUpdatedAt } }: KeptQuery) => now - dataUpdatedAt < keptMs;
  const list = state.queries.find(({ queryKey }) => String(queryKey[0]) === 'profiles,list');
  const people = list?.state.data;
  const known = new Set<string | undefined>(
    Array.isArray(people) ? people.map(({ id }: { id: string }) => id) : [],
  );
  const kept = state.queries.filter(
    (query) => query !== list && isFresh(query) && known.has(profileOf(query)),
  );
  return { ...state, queries: list && (kept.length > 0 || isFresh(list)) ? [list, ...kept] : kept };
}

function profileOf({ queryKey }: KeptQuery): string | undefined {
  const [, options] = queryKey as readonly [unknown, { input?: { profileId?: string } }?];
  return options?.input?.profileId;
}
