import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { testPush } from '../../testing/index.ts';
import { PushSubscription } from './schemas.ts';
import { vapidKeysOf } from './vapid-keys.ts';
import { openWebPush } from './web-push.ts';

const secret = 'a secret for tests that is long enough to be one';
const siteUrl = () => 'https://commons.example.org';
const message = { payload: 'Time for tea', ttlSeconds: 600 };

it('reaches a device, which alone can read it, and says whose message it is', async () => {
  const service = testPush();
  const [anna, ben] = [service.device(), service.device()];
  const push = openWebPush({ secret, siteUrl, fetch: service.fetch });
  const outcome = await push.send(anna.subscription, { ...message, topic: 'dose1', isUrgent: true });

  expect(outcome).toBe('sent');
  expect(anna.received.map(({ payload }) => payload)).toEqual(['Time for tea']);
  expect(ben.received).toEqual([]);
  const headers = Object.fromEntries(anna.received[0]?.headers ?? []);
  expect(headers).toMatchObject({
    ttl: '600',
    urgency: 'high',
    topic: 'dose1',
    'content-encoding': 'aes128gcm',
  });
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  expect(key).toBe(push.publicKey);
  expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
    aud: 'https://push.example.org',
    sub: 'https://commons.example.org',
  });
});

it.each([
  [404, 'gone'],
  [410, 'gone'],
  [400, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
])('takes %i for %s', async (status, outcome) => {
  const service = testPush();
  const device = service.device();
  device.status = status;
  const push = openWebPush({ secret, siteUrl, fetch: service.fetch });

  expect(await push.send(device.subscription, message)).toBe(outcome);
});

it.each([
  ['is on no curve', { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) }],
  ['is of the wrong length', { p256dh: 'BAAA', auth: 'A'.repeat(22) }],
])('refuses a device whose key %s, as one that will never work', async (_, keys) => {
  const service = testPush();
  const { endpoint } = service.device().subscription;
  const push = openWebPush({ secret, siteUrl, fetch: service.fetch });

  expect(await push.send({ endpoint, keys }, message)).toBe('refused');
});

it.each([429, 500, 503])('is worth another try after %i', async (status) => {
  const service = testPush();
  const device = service.device();
  device.status = status;
  const push = openWebPush({ secret, siteUrl, fetch: service.fetch });

  await expect(push.send(device.subscription, message)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

it('speaks to no address that is not public, so that a subscription is no way into the network', async () => {
  let asked = 0;
  const inside = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const { port } = inside.address() as AddressInfo;
  const push = openWebPush({ secret, siteUrl });
  const { keys } = testPush().device().subscription;
  for (const endpoint of [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${port}/`,
    'https://169.254.169.254/',
  ]) {
    expect(await push.send({ endpoint, keys }, message)).toBe('refused');
  }
  await new Promise((resolve) => inside.close(resolve));

  expect(asked).toBe(0);
});

it('has the keys of the server’s secret, in every process', () => {
  expect(vapidKeysOf(secret)).toEqual(vapidKeysOf(secret));
  expect(vapidKeysOf(secret).publicKey).not.toBe(vapidKeysOf(`${secret}!`).publicKey);
  expect(vapidKeysOf(secret).publicKey).not.toBe(vapidKeysOf(secret).privateKey);
});

it('takes a subscription only in the form that browsers give it', () => {
  const { endpoint, keys } = testPush().device().subscription;
  const isTaken = (value: unknown) => PushSubscription.safeParse(value).success;

  expect(isTaken({ endpoint, keys })).toBe(true);
  for (const wrong of [
    'http://push.example.org/1',
    'file:///etc/passwd',
    'x',
    `${endpoint}${'x'.repeat(1_000)}`,
  ]) {
    expect(isTaken({ endpoint: wrong, keys })).toBe(false);
  }
  expect(isTaken({ endpoint, keys: { ...keys, auth: 'short' } })).toBe(false);
  expect(isTaken({ endpoint, keys: { ...keys, p256dh: keys.auth } })).toBe(false);
});
