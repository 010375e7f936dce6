import { keptStore, LoadingState, useSession } from '@commons/ui';
import {
  type DehydratedState,
  dehydrate,
  hydrate,
  type Query,
  type QueryClient,
  useQueryClient,
} from '@tanstack/react-query';
import { get, set, type UseStore } from 'idb-keyval';
import { type ReactNode, useEffect, useState } from 'react';
import { useTRPC } from '../client.ts';
import { stillKept } from './still-kept.ts';

const key = 'grace:queries';
const writeAfterMs = 500;

interface Kept {
  state: DehydratedState;
}

/** Who the caller's people are and what is to do today stays in this browser, so that it is there without a connection. */
export function KeptQueries({ children }: { children: ReactNode }) {
  const { user, lost } = useSession();
  const queries = useQueryClient();
  const trpc = useTRPC();
  const [isRead, setIsRead] = useState(false);

  useEffect(() => {
    if (lost) return;
    const store = keptStore(user.id);
    const kept = [trpc.profiles.list.queryKey(), trpc.doses.today.pathKey()];
    for (const queryKey of kept) queries.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY });
    const isKept = ({ queryKey, state }: Query) =>
      state.status === 'success' && kept.some(([path]) => String(path) === String(queryKey[0]));
    let stop: (() => void) | undefined;
    let isGone = false;
    void restore(queries, store).then(() => {
      if (isGone) return;
      stop = keep(queries, store, isKept);
      setIsRead(true);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [queries, trpc, user.id, lost]);

  return isRead ? children : <LoadingState />;
}

async function restore(queries: QueryClient, store: UseStore): Promise<void> {
  try {
    const kept = await get<Kept>(key, store);
    if (kept) hydrate(queries, toBeRead(stillKept(kept.state, Date.now())));
  } catch {}
}

/** Shown at once and read again, however new: since it was written, something may have happened here that did not get as far. */
const toBeRead = (state: DehydratedState): DehydratedState => ({
  ...state,
  queries: state.queries.map((query) => ({ ...query, state: { ...query.state, isInvalidated: true } })),
});

/** Writes what has changed, a moment later and all at once. */
function keep(queries: QueryClient, store: UseStore, isKept: (query: Query) => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    const state = dehydrate(queries, { shouldDehydrateQuery: isKept, shouldDehydrateMutation: () => false });
    void set(key, { state: stillKept(state, Date.now()) } satisfies Kept, store).catch(() => {});
  };
  const stop = queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && isKept(query)) timer ??= setTimeout(write, writeAfterMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
