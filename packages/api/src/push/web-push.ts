import { createPublicFetch } from '@commons/ai';
import webPushLibrary from 'web-push';
import { AppError } from '../errors/app-error.ts';
import type { PushSubscription } from './schemas.ts';
import { vapidKeysOf } from './vapid-keys.ts';

/** What a device gets. */
export interface PushMessage {
  /** For the service worker of the app. Only the device can read it; the push service sees that it came. */
  payload: string;
  /** How long the push service keeps it for a device that is off. */
  ttlSeconds: number;
  /** At most 32 letters and digits: a later one replaces one that still waits under the same topic. */
  topic?: string;
  isUrgent?: boolean;
}

/** What became of it: `gone` means that the device has ended its subscription, `refused` that this one will never work. */
export type PushOutcome = 'sent' | 'gone' | 'refused';

/** Messages to devices that have agreed to get them. */
export interface WebPush {
  /** For `applicationServerKey` of the browser. */
  publicKey: string;
  /**
   * Hands a message to the push service of a device, outside of any transaction.
   *
   * @throws UNAVAILABLE when it is worth another try
   */
  send(subscription: PushSubscription, message: PushMessage): Promise<PushOutcome>;
}

/** What sending needs. */
export interface WebPushOptions {
  secret: string;
  siteUrl: () => string;
  /** How requests go out; to public addresses only unless given. */
  fetch?: typeof globalThis.fetch | undefined;
}

const timeoutMs = 10_000;

/** Opens web push. The endpoint comes from a browser and may name any host, so that only public addresses are spoken to. */
export function openWebPush({ secret, siteUrl, fetch = createPublicFetch() }: WebPushOptions): WebPush {
  const keys = vapidKeysOf(secret);
  return {
    publicKey: keys.publicKey,
    async send(subscription, { payload, ttlSeconds, topic, isUrgent = false }) {
      const sealed = seal(subscription, payload, {
        vapidDetails: { subject: contactOf(siteUrl()), ...keys },
        TTL: ttlSeconds,
        urgency: isUrgent ? 'high' : 'normal',
        ...(topic !== undefined && { topic }),
      });
      if (!sealed) return 'refused';
      const { headers, body } = sealed;
      let response: Response;
      try {
        response = await fetch(subscription.endpoint, {
          method: 'POST',
          headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
          body: new Uint8Array(body),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
      } catch (error) {
        if (isNotPublic(error)) return 'refused';
        throw new AppError('UNAVAILABLE', { cause: error });
      }
      await response.body?.cancel();
      return outcomeOf(response.status);
    },
  };
}

type Sealing = Parameters<typeof webPushLibrary.generateRequestDetails>;

/** Undefined where the device's key is none: whoever wrote it there must not stop what goes to other devices. */
function seal(...sealing: Sealing) {
  try {
    return webPushLibrary.generateRequestDetails(...sealing);
  } catch {
    return undefined;
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) throw new AppError('UNAVAILABLE');
  return 'refused';
}

function isNotPublic(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'ADDRESS_NOT_PUBLIC';
}

/** Whom a push service may ask when something is wrong; it takes an https address or a mail address. */
function contactOf(siteUrl: string): string {
  return siteUrl.startsWith('https:') ? siteUrl : 'mailto:push@commons.invalid';
}
