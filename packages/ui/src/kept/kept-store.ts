import { clear, createStore, delMany, keys, type UseStore } from 'idb-keyval';

const stores = new Map<string, UseStore>();

/**
 * Where an app keeps things of a person in this browser for times without a connection, for the functions of `idb-keyval`; keys
 * begin with the app's name. Signing out, in whichever app, empties it; a session that ends elsewhere leaves only what waits to be
 * sent, under keys such as `grace:outbox:1`.
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

/** Removes what a person has read, and leaves what they have written and nobody has yet. */
export async function forgetRead(userId: string): Promise<void> {
  try {
    const store = keptStore(userId);
    const read = (await keys(store)).filter((key) => !/^[^:]+:outbox:/.test(String(key)));
    await delMany(read, store);
  } catch {}
}
