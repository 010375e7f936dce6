import { randomUUID } from 'node:crypto';
import type { Notifications } from '@commons/shared-db/service';
import { envelopeOf, type Notice } from './envelope.ts';
import { inProcessRealtime } from './in-process-realtime.ts';
import type { Realtime, RealtimeEvent } from './realtime.ts';

/** Realtime among all processes that share a database. */
export interface PostgresRealtime extends Realtime {
  /** Sends what has not been sent yet and stops listening; the connection stays open. */
  close(): Promise<void>;
}

/** What realtime goes through. */
export interface PostgresRealtimeOptions {
  notifications: Notifications;
  /** Known to every process of the site and to nobody else. */
  secret: string;
}

const channel = 'commons_realtime';
const unsentMax = 5_000;
const everything: Notice = { channel: null, event: null };

/** Delivers to this process at once, and to others by NOTIFY: many events in one statement, and again after a lost connection. */
export async function postgresRealtime({
  notifications,
  secret,
}: PostgresRealtimeOptions): Promise<PostgresRealtime> {
  const local = inProcessRealtime();
  const envelope = envelopeOf(secret);
  const origin = randomUUID();
  let unsent: Notice[] = [];
  let sending: Promise<void> | undefined;

  const stopListening = await notifications.listen(channel, {
    heard(payload) {
      const message = envelope.open(payload);
      // What this process said itself has been delivered already.
      if (!message || message.origin === origin) return;
      for (const { channel, event } of message.notices) {
        if (channel !== null && event !== null) local.publish(channel, event);
        else local.resync(channel ?? undefined);
      }
    },
    missed() {
      local.resync();
      send();
    },
  });

  function send(): void {
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
  }

  async function sendAll(): Promise<void> {
    // Everything that is published in the same turn goes out together.
    await new Promise((resolve) => setImmediate(resolve));
    while (unsent.length > 0) {
      const notices = unsent;
      unsent = [];
      try {
        await notifications.notify(channel, envelope.seal(origin, notices));
      } catch {
        // Kept until the connection is back; to be woken twice does no harm.
        const tooMany = notices.length + unsent.length > unsentMax;
        unsent = tooMany || notifications.isListening ? [everything] : [...notices, ...unsent];
        return;
      }
    }
  }

  return {
    publish(channel, event) {
      const name = envelope.channelName(channel);
      local.publish(name, event);
      unsent.push({ channel: name, event });
      send();
    },
    subscribe: <E extends RealtimeEvent>(channel: string, signal: AbortSignal) =>
      local.subscribe<E>(envelope.channelName(channel), signal),
    async close() {
      await sending;
      stopListening();
    },
  };
}
