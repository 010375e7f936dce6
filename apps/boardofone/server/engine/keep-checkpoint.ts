import type { Tx } from '@commons/shared-db';
import { checkpoints } from '../../db/schema/checkpoints.ts';
import { viewOf } from '../../deliberation/apply-event.ts';
import { restoreView, storeView, viewVersion } from '../../deliberation/checkpoint.ts';
import { readLog } from '../log/read-log.ts';
import { newestCheckpoint } from '../room/newest-checkpoint.ts';
import type { LockedSession } from './lock-session.ts';

/** Stores the room as it is at this moment, in the transaction that made it so. */
export async function keepCheckpoint(tx: Tx, session: LockedSession): Promise<void> {
  const { id, userId, lastSeq: seq, roundNumber } = session;
  const before = await newestCheckpoint(tx, session);
  const since = await readLog(tx, { id, userId, after: before?.seq ?? 0 });
  const view = storeView(viewOf(since, before && restoreView(before.view)));
  await tx.insert(checkpoints).values({ userId, sessionId: id, seq, roundNumber, viewVersion, view });
}
