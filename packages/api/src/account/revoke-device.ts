import { auditFor } from '@commons/shared-db';
import { sessions } from '@commons/shared-db/service';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import type { AccountContext } from './account-context.ts';
import type { RevokeDevice } from './schemas.ts';

/** Signs one device of the person out, open streams included. */
export async function revokeDevice(
  { service, sessions: store, session, caller }: AccountContext,
  { id }: z.infer<typeof RevokeDevice>,
): Promise<void> {
  await service.asService('revoke a device', async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, session.userId)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new AppError('NOT_FOUND');
    await auditFor(tx, caller, { action: 'session_revoked', resourceType: 'session', resourceId: id });
  });
  await store.refresh();
}
