import type { Realtime, RealtimeEvent, RealtimeMessage } from './realtime.ts';
import { SubscriberQueue } from './subscriber-queue.ts';

const queueLimit = 256;

/** Realtime within one process. */
export interface InProcessRealtime extends Realtime {
  /** Tells those who listen to a channel, or to any, that they have to read everything again. */
  resync(channel?: string): void;
}

/** Opens realtime within one process; channels exist while somebody listens. */
export function inProcessRealtime(): InProcessRealtime {
  const channels = new Map<string, Set<SubscriberQueue>>();

  return {
    publish(channel, event) {
      for (const queue of channels.get(channel) ?? []) queue.push(event);
    },

    resync(channel) {
      const names = channel === undefined ? [...channels.keys()] : [channel];
      for (const name of names) for (const queue of channels.get(name) ?? []) queue.resync();
    },

    subscribe<E extends RealtimeEvent>(channel: string, signal: AbortSignal) {
      const end = () => void queue.return();
      const queue = new SubscriberQueue(queueLimit, () => {
        signal.removeEventListener('abort', end);
        const queues = channels.get(channel);
        queues?.delete(queue);
        if (queues?.size === 0) channels.delete(channel);
      });
      channels.set(channel, (channels.get(channel) ?? new Set()).add(queue));
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
      // Safe because a channel's publishers and subscribers agree on its events, as they do on its name.
      return queue as AsyncIterableIterator<RealtimeMessage<E>>;
    },
  };
}
