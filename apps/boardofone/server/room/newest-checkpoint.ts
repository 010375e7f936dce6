import type { Tx } from '@commons/shared-db';
import { and, desc, eq } from 'drizzle-orm';
import { checkpoints } from '../../db/schema/checkpoints.ts';
import { type StoredView, viewVersion } from '../../deliberation/checkpoint.ts';

/** A checkpoint as it is stored and sent. */
export interface StoredCheckpoint {
  seq: number;
  view: StoredView;
}

/** The last moment of a session that is stored as the present version folds it; undefined before the first round is over. */
export async function newestCheckpoint(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<StoredCheckpoint | undefined> {
  const [newest] = await tx
    .select({ seq: checkpoints.seq, view: checkpoints.view })
    .from(checkpoints)
    .where(
      and(
        eq(checkpoints.userId, userId),
        eq(checkpoints.sessionId, id),
        eq(checkpoints.viewVersion, viewVersion),
      ),
    )
    .orderBy(desc(checkpoints.seq))
    .limit(1);
  return newest;
}
