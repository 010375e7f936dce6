import { errorLog } from '@commons/api';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import { lockIfThere } from './lock-session.ts';
import type { OpenCall } from './open-call.ts';
import type { StepHost } from './run-step.ts';
import { isOpen } from './settle-call.ts';
import type { StepWork } from './step-work.ts';

interface Begun {
  sessionId: string;
  work: Pick<StepWork<unknown>, 'streaming'>;
  call: OpenCall;
}

/**
 * Writes to the log that the first of an answer has come, while the rest is on its way. It is only told: whatever goes wrong with it
 * costs no answer. `told` is kept before the answer is, so that the log has them in order.
 */
export function tellBeginning(
  job: StepHost,
  { sessionId, work, call }: Begun,
): { tell: (() => void) | undefined; readonly told: Promise<void> } {
  const { streaming } = work;
  let told = Promise.resolve();
  if (!streaming) return { tell: undefined, told };
  const write = async () => {
    await job.asUser(async (tx) => {
      const session = await lockIfThere(tx, job.user.id, sessionId);
      if (session?.status !== 'active' || !(await isOpen(tx, session, call))) return;
      await record(tx, session, job.now(), ...streaming(call.attempts));
    });
    changes.announce(job, { sessionId });
  };
  return {
    tell() {
      told = write().catch((error) => {
        job.log.warn({ error: errorLog(error) }, 'nobody was told that an answer has begun');
      });
    },
    get told() {
      return told;
    },
  };
}
