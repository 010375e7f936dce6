import { clear, createStore, type UseStore } from 'idb-keyval';

const stores = new Map<string, UseStore>();

/**
 * Where an app keeps things of a person in this browser for times without a connection, for the functions of `idb-keyval`; keys
 * begin with the app's name. Signing out, in whichever app, empties it.
 *
 * @example
 * const store = keptStore(user.id);
 * await set('grace:today', facts, store);
 */
export function keptStore(userId: string): UseStore {
  const found = stores.get(userId) ?? createStore(`commons:kept:${userId}`, 'kept');
  stores.set(userId, found);
  return found;
}

/** Empties a person's store. A browser that keeps nothing must not stop anybody from signing out. */
export async function forgetKept(userId: string): Promise<void> {
  try {
    await clear(keptStore(userId));
  } catch {}
}
