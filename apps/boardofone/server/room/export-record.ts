import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import type { SessionRecord } from '../../record/schemas.ts';
import { readRecord } from './record.ts';
import type { RoomId } from './schemas.ts';

/** Hands out everything that is kept of a session, and keeps that it did. */
export function exportRecord(ctx: SignedInContext, { id }: RoomId): Promise<SessionRecord> {
  return ctx.asUser(async (tx) => {
    const record = await readRecord(tx, ctx, id);
    await audit(tx, { action: 'session_exported', resourceType: 'session', resourceId: id });
    return record;
  });
}
