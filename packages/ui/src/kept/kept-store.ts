import { clear, createStore, delMany, keys, type UseStore } from 'idb-keyval';

const stores = new Map<string, UseStore>();
/** Who has signed out here: what their pages had still to write must not come after the emptying. */
const signedOut = new Set<string>();

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
  const found = stores.get(userId) ?? openStore(userId);
  stores.set(userId, found);
  return found;
}

function openStore(userId: string): UseStore {
  const store = createStore(`commons:kept:${userId}`, 'kept');
  return async (mode, use) => {
    if (mode === 'readwrite' && signedOut.has(userId)) throw new Error('This person has signed out.');
    return store(mode, use);
  };
}

/** They are signed in, so that their store takes what is to be kept. */
export function openKept(userId: string): void {
  signedOut.delete(userId);
}

/**
 * Empties a person's store, which stays empty until they sign in again. A browser that keeps nothing must not stop anybody from signing
 * out.
 */
export async function forgetKept(userId: string): Promise<void> {
  try {
    signedOut.delete(userId);
    const emptied = clear(keptStore(userId));
    signedOut.add(userId);
    await emptied;
  } catch {}
}

const isToBeSent = (key: IDBValidKey) => /^[^:]+:outbox:/.test(String(key));

/** How much of what a person wrote no server has yet. */
export async function countToBeSent(userId: string): Promise<number> {
  try {
    return (await keys(keptStore(userId))).filter(isToBeSent).length;
  } catch {
    return 0;
  }
}

/** Removes what a person has read, and leaves what they have written and nobody has yet. */
export async function forgetRead(userId: string): Promise<void> {
  try {
    const store = keptStore(userId);
    const read = (await keys(store)).filter((key) => !isToBeSent(key));
    await delMany(read, store);
  } catch {}
}
