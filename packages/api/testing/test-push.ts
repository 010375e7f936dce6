/// <reference path="./http-ece.d.ts" />
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { decrypt } from 'http_ece';
import type { PushSubscription } from '../src/push/schemas.ts';

/** A message as a device gets it. */
export interface ReceivedPush {
  payload: string;
  headers: Headers;
}

/** A device of somebody's. */
export interface TestDevice {
  subscription: PushSubscription;
  readonly received: readonly ReceivedPush[];
  /** What the push service answers from now on; 201 until then. */
  status: number;
}

/** A push service that takes the place of those of the browsers. */
export interface TestPush {
  /** For `startTestServer({ pushFetch })`. */
  fetch: typeof globalThis.fetch;
  /** A device that has just subscribed. */
  device(): TestDevice;
}

/** Opens a push service; its devices read what was written for them, as browsers do. */
export function testPush(): TestPush {
  const devices = new Map<string, { status: number; receive: (push: Request) => Promise<void> }>();
  return {
    device() {
      const curve = createECDH('prime256v1');
      const p256dh = curve.generateKeys('base64url');
      const auth = randomBytes(16).toString('base64url');
      const endpoint = `https://push.example.org/send/${randomUUID()}`;
      const received: ReceivedPush[] = [];
      const device = {
        subscription: { endpoint, keys: { p256dh, auth } },
        received,
        status: 201,
        async receive(push: Request) {
          const body = Buffer.from(await push.arrayBuffer());
          const payload = decrypt(body, { version: 'aes128gcm', privateKey: curve, authSecret: auth });
          received.push({ payload: payload.toString(), headers: push.headers });
        },
      };
      devices.set(endpoint, device);
      return device;
    },
    async fetch(input, init) {
      const push = new Request(input, init);
      const device = devices.get(push.url);
      if (!device) return new Response(null, { status: 404 });
      if (device.status < 300) await device.receive(push);
      return new Response(null, { status: device.status });
    },
  };
}
