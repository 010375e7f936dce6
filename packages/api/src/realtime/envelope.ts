import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { RealtimeEvent } from './realtime.ts';

/** What happened on a channel; without an event, or without a channel, all there is to say is: read again. */
export interface Notice {
  channel: string | null;
  event: RealtimeEvent | null;
}

/** Turns notices into payloads of NOTIFY and back. */
export interface Envelope {
  /** The name of a channel as other processes get to see it: it tells nobody whose channel it is. */
  channelName(channel: string): string;
  seal(origin: string, notices: readonly Notice[]): string[];
  /** Undefined for anything that no process of this site has sealed. */
  open(payload: string): { origin: string; notices: Notice[] } | undefined;
}

// PostgreSQL refuses 8,000.
const payloadBytesMax = 7_900;
const macLength = 22;

const Body = z.tuple([
  z.string(),
  z.array(
    z.tuple([
      z.string().nullable(),
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
    ]),
  ),
]);

/**
 * Any role may NOTIFY, the one of requests too, so a payload counts only with a seal that whoever does not know the server's
 * secret cannot make.
 */
export function envelopeOf(secret: string): Envelope {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'commons realtime', 32));
  const mac = (text: string) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, macLength);

  return {
    channelName: (channel) => mac(`channel ${channel}`),

    seal(origin, notices) {
      const pieces = notices.map((notice) => fitting(notice));
      const bodies: string[] = [];
      let body: string[] = [];
      let bytes = 0;
      const finish = () => {
        if (body.length > 0) bodies.push(`[${JSON.stringify(origin)},[${body.join(',')}]]`);
        body = [];
        bytes = macLength + origin.length + 8;
      };
      finish();
      for (const piece of pieces) {
        const size = Buffer.byteLength(piece) + 1;
        if (bytes + size > payloadBytesMax) finish();
        body.push(piece);
        bytes += size;
      }
      finish();
      return bodies.map((text) => mac(text) + text);
    },

    open(payload) {
      const text = payload.slice(macLength);
      const given = Buffer.from(payload.slice(0, macLength));
      const right = Buffer.from(mac(text));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const { data } = Body.safeParse(JSON.parse(text));
      if (!data) return undefined;
      const [origin, entries] = data;
      return { origin, notices: entries.map(([channel, event]) => ({ channel, event })) };
    },
  };
}

function fitting({ channel, event }: Notice): string {
  const whole = JSON.stringify([channel, event]);
  return Buffer.byteLength(whole) + 100 <= payloadBytesMax ? whole : JSON.stringify([channel, null]);
}
