import type { RealtimeMessage, SignedInContext } from '@commons/api';
import { type Change, changesChannel } from './announce-change.ts';

/** Every change of the person's own data from now on; `{}` means that some were missed and everything is to be read again. */
export async function* followChanges(ctx: SignedInContext, signal: AbortSignal): AsyncGenerator<Change> {
  const messages: AsyncIterable<RealtimeMessage> = ctx.realtime.subscribe(
    changesChannel(ctx.user.id),
    signal,
  );
  for await (const message of messages) yield message.type === 'event' ? (message.event as Change) : {};
}
