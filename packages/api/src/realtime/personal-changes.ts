import { router, type SignedInContext, signedInProcedure } from '../trpc/procedures.ts';
import { sessionGuarded } from '../trpc/session-guarded.ts';

/**
 * Word to a person's other tabs and devices that something of theirs in this app has changed. It says neither what nor how:
 * whoever hears it reads again, under their own rights. `router.follow` is the subscription.
 *
 * @example
 * export const changes = personalChanges('notes');
 * changes.announce(ctx); // at the end of every verb that writes
 */
export function personalChanges(app: string) {
  const channelOf = ({ user }: SignedInContext) => `${app}:changes:${user.id}`;

  async function* follow(ctx: SignedInContext, signal: AbortSignal): AsyncGenerator<{ changed: true }> {
    // An event and word of missed ones come to the same here.
    for await (const _message of ctx.realtime.subscribe(channelOf(ctx), signal)) yield { changed: true };
  }

  return {
    /** Tells the person's tabs; call it once the transaction has committed. */
    announce: (ctx: SignedInContext): void => ctx.realtime.publish(channelOf(ctx), {}),
    router: router({
      follow: signedInProcedure.subscription(({ ctx }) =>
        sessionGuarded(ctx, (signal) => follow(ctx, signal)),
      ),
    }),
  };
}
