import type { Realtime, SignedInContext } from '@commons/api';

/** What changed, by id; whoever hears it reads the rows again under their own rights. */
export interface Change {
  contextId?: string;
  conversationId?: string;
}

export const changesChannel = (userId: string): string => `chidi:changes:${userId}`;

/** Tells the person's other tabs and devices that something of theirs has changed. */
export function announceChange(
  { realtime, user }: Pick<SignedInContext, 'user'> & { realtime: Realtime },
  change: Change,
): void {
  realtime.publish(changesChannel(user.id), { ...change });
}
