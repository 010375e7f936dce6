import { keptStore } from '@commons/ui';
import { del, get, promisifyRequest, set } from 'idb-keyval';
import type { EmergencyCard } from '../client.ts';

/** Whose copy of whose card. */
interface CardPlace {
  userId: string;
  profileId: string;
}

const keyOf = ({ profileId }: CardPlace) => `grace:card:${profileId}`;

/** The copy of this device; null where there is none, and in a browser that keeps nothing. */
export async function readCard(place: CardPlace): Promise<EmergencyCard | null> {
  try {
    return (await get<EmergencyCard>(keyOf(place), keptStore(place.userId))) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a copy, or gives it up. */
export async function keepCard(place: CardPlace, card: EmergencyCard | null): Promise<void> {
  const store = keptStore(place.userId);
  await (card ? set(keyOf(place), card, store) : del(keyOf(place), store));
}

/** Brings the copy up to date. Where there is none it makes none: it may have been given up on another page meanwhile. */
export async function renewCard(place: CardPlace, card: EmergencyCard): Promise<void> {
  const key = keyOf(place);
  try {
    await keptStore(place.userId)('readwrite', (entries) => {
      const found = entries.getKey(key);
      found.onsuccess = () => {
        if (found.result !== undefined) entries.put(card, key);
      };
      return promisifyRequest(entries.transaction);
    });
  } catch {}
}
