import type { Tx } from '@commons/shared-db';
import { asc, type SQL, sql } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';

/** Where to send something for one device. */
export interface DeviceAddress {
  id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** The browser's session stands: whoever signed it out from elsewhere, or took the password back, is done with it. */
export const isSignedIn: SQL = sql`grace.session_stands(${pushDevices.sessionId})`;

/** The caller's devices that something may be sent to. */
export function listDevices(tx: Tx): PromiseLike<DeviceAddress[]> {
  return tx
    .select({
      id: pushDevices.id,
      endpoint: pushDevices.endpoint,
      p256dh: pushDevices.p256dh,
      auth: pushDevices.auth,
    })
    .from(pushDevices)
    .where(isSignedIn)
    .orderBy(asc(pushDevices.id));
}
