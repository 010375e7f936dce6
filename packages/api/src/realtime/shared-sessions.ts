import type { SessionStore } from '../identity/session-store.ts';
import type { Realtime } from './realtime.ts';

const channel = 'commons:sessions';

/** Sessions whose end every process hears of at once: the others look again at those that hold a stream open. */
export function sharedSessions(
  sessions: SessionStore,
  realtime: Realtime,
  signal: AbortSignal,
): SessionStore {
  const follow = async () => {
    for await (const _message of realtime.subscribe(channel, signal)) {
      // A look that fails is made up for by the store's own, which comes every few seconds.
      await sessions.refresh().catch(() => undefined);
    }
  };
  void follow();
  return {
    ...sessions,
    async refresh() {
      // The event goes out first, and reaches this process as well.
      realtime.publish(channel, {});
      await sessions.refresh();
    },
  };
}
