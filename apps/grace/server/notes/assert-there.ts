import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { openRecord } from '../care/open-record.ts';
import { assertWithin } from '../care/rights.ts';
import type { CreateNote } from './schemas.ts';

/** Refuses a note about a dose or a conversation that its author may not see. */
export async function assertThere(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, doseId, sessionId }: CreateNote,
): Promise<void> {
  if (doseId) {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const [dose] = await tx
      .select({ id: doseLog.id })
      .from(doseLog)
      .where(and(eq(doseLog.id, doseId), eq(doseLog.profileId, profileId)));
    if (!dose) throw new AppError('NOT_FOUND');
  }
  if (sessionId) {
    await openRecord(tx, ctx, { profileId, resource: 'chat_transcripts', resourceId: sessionId });
    const [session] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.profileId, profileId)));
    if (!session) throw new AppError('NOT_FOUND');
  }
}
