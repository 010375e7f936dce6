import { enqueue } from '@commons/api';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { notices } from '../../db/schema/notices.ts';
import type { PauseReason } from '../../deliberation/states.ts';
import { newestTemplate } from '../../mails/templates.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import { noticeMailJob } from './notice-mail-job.ts';

/** What there is to tell. */
export type Told =
  | { kind: 'completed' | 'failed' | 'review_due'; reason: null }
  | { kind: 'paused'; reason: PauseReason };

/** What it is told of: a run of a session, or a version of what its owner expects. */
type About = Pick<LockedSession, 'id' | 'userId' | 'run'>;

/** Tells the owner in the transaction in which it happens, so that it is told once and never of what did not last. */
export async function notifyOwner(tx: Tx, about: About, told: Told): Promise<void> {
  const { id: sessionId, userId, run } = about;
  const templateVersion = newestTemplate(told.kind).version;
  const [added] = await tx
    .insert(notices)
    .values({ id: uuidV7(), userId, sessionId, run, templateVersion, ...told })
    .onConflictDoNothing()
    .returning({ id: notices.id });
  if (added) await enqueue(tx, noticeMailJob, { noticeId: added.id }, { key: `notice:${added.id}` });
}
