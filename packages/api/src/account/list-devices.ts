import { sessions } from '@commons/shared-db/service';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { AccountContext } from './account-context.ts';
import { deviceName } from './device-name.ts';

/** One signed-in device, without anything that could sign somebody in. */
export interface Device {
  id: string;
  name: string;
  signedInAt: Date;
  /** Within the hour. */
  lastUsedAt: Date;
  /** Whether it is the one that asks. */
  current: boolean;
}

const devicesMax = 200;

/** The devices on which somebody is signed in, the one that asks first. */
export async function listDevices({ service, session }: AccountContext): Promise<Device[]> {
  const rows = await service.asService('list devices', (tx) =>
    tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        signedInAt: sessions.createdAt,
        lastUsedAt: sessions.updatedAt,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, session.userId), gt(sessions.expiresAt, sql`now()`)))
      .orderBy(desc(sql`${sessions.id} = ${session.id}`), desc(sessions.updatedAt))
      .limit(devicesMax),
  );
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    name: deviceName(userAgent),
    current: row.id === session.id,
  }));
}
