import type { PersonJob } from '@commons/api';
import { changes } from '../changes.ts';
import type { FollowUpToAnswer } from './answer-follow-up.ts';
import { lockFollowUp } from './lock-follow-up.ts';
import { settleFollowUp } from './settle-follow-up.ts';

/** Ends a question whose job failed however often it was tried: gives back what was set aside, and lets its owner ask again. */
export async function giveUpFollowUp(
  job: Pick<PersonJob<unknown>, 'asUser' | 'user' | 'realtime'>,
  { id, run }: FollowUpToAnswer,
): Promise<void> {
  const sessionId = await job.asUser(async (tx) => {
    const locked = await lockFollowUp(tx, job.user.id, id);
    if (locked?.followUp.status !== 'asked' || locked.followUp.run !== run) return undefined;
    await settleFollowUp(tx, locked.followUp, { failure: 'fault', finish: undefined });
    return locked.session.id;
  });
  if (sessionId) changes.announce(job, { sessionId });
}
