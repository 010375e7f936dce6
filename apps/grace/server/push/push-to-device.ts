import type { PushOutcome, RunInContext, WebPush } from '@commons/api';
import { eq } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import type { DeviceAddress } from './devices.ts';

/** What the service worker of a device shows. */
export interface DeviceMessage {
  title: string;
  body: string;
  /** A message with the tag of another takes its place, so that nothing shows twice. */
  tag: string;
  /** Where a tap leads. */
  url: string;
}

interface Sender {
  asUser: RunInContext;
  push: WebPush;
  now: () => Date;
}

const ttlSeconds = 60 * 60;

/** Sends to one device of the caller's, and forgets a device that has ended its subscription. */
export async function pushToDevice(
  { asUser, push, now }: Sender,
  { id, endpoint, p256dh, auth }: DeviceAddress,
  message: DeviceMessage,
): Promise<PushOutcome> {
  const subscription = { endpoint, keys: { p256dh, auth } };
  const payload = JSON.stringify(message);
  const outcome = await push.send(subscription, { payload, ttlSeconds, isUrgent: true });
  const isIt = eq(pushDevices.id, id);
  if (outcome === 'gone') await asUser((tx) => tx.delete(pushDevices).where(isIt));
  if (outcome === 'sent') await asUser((tx) => tx.update(pushDevices).set({ reachedAt: now() }).where(isIt));
  return outcome;
}
