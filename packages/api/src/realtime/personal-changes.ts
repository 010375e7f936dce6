import { router, type SignedInContext, signedInProcedure } from '../trpc/procedures.ts';
import { sessionGuarded } from '../trpc/session-guarded.ts';
import type { Realtime } from './realtime.ts';

/** Whose data changed, and the way to say so. */
interface Announcer {
  user: { id: string };
  realtime: Realtime;
}

/**
 * Word to a person's other tabs and devices that something of theirs in this app has changed, and by ids what: whoever hears it
 * reads again, under their own rights. `router.follow` is the subscription; an event without ids says that anything may have
 * changed, so every id is optional.
 *
 * @example
 * export const changes = personalChanges<{ noteId?: string }>('notes');
 * changes.announce(ctx, { noteId }); // at the end of every verb that writes
 */
export function personalChanges<Change extends Readonly<Record<string, string>>>(app: string) {
  const channelOf = ({ user }: Announcer) => `${app}:changes:${user.id}`;

  async function* follow(ctx: SignedInContext, signal: AbortSignal): AsyncGenerator<Change> {
    for await (const message of ctx.realtime.subscribe(channelOf(ctx), signal)) {
      // Safe because `announce` is the only one to publish here; a missed event is the empty one.
      yield (message.type === 'event' ? message.event : {}) as Change;
    }
  }

  return {
    /** Tells the person's tabs; call it once the transaction has committed. */
    announce: (announcer: Announcer, change?: Change): void =>
      announcer.realtime.publish(channelOf(announcer), change ?? {}),
    router: router({
      follow: signedInProcedure.subscription(({ ctx }) =>
        sessionGuarded(ctx, (signal) => follow(ctx, signal)),
      ),
    }),
  };
}
