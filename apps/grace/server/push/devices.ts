import type { Tx } from '@commons/shared-db';
import { asc } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';

/** Where to send something for one device. */
export interface DeviceAddress {
  id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** The caller's devices. */
export function listDevices(tx: Tx): PromiseLike<DeviceAddress[]> {
  return tx
    .select({
      id: pushDevices.id,
      endpoint: pushDevices.endpoint,
      p256dh: pushDevices.p256dh,
      auth: pushDevices.auth,
    })
    .from(pushDevices)
    .orderBy(asc(pushDevices.id));
}
