import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Outbox } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';

export const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('This belongs inside OutboxProvider.');
  return outbox;
}

/** What of one person's doses is still on its way. */
export function useOutboxItems(profileId: string): OutboxItem[] {
  const outbox = useOutbox();
  // `items` is another array whenever an item changed.
  const items = useSyncExternalStore(outbox.subscribe, () => outbox.items);
  return items.filter(({ input }) => input.profileId === profileId);
}

/** The id that is being sent just now. */
export function useSendingId(): string | undefined {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.sendingId);
}
