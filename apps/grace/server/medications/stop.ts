import { AppError, type SignedInContext } from '@commons/api';
import { changeMedication } from './change-medication.ts';
import { endVersions } from './end-versions.ts';
import { instantFrom } from './instant-from.ts';
import { recordChange } from './record-change.ts';
import type { Medication, StopMedication } from './schemas.ts';

/** Stops a medicine, now or at an instant that lies ahead. What was planned and logged before stays. */
export function stopMedication(ctx: SignedInContext, input: StopMedication): Promise<Medication> {
  const { reason, isEnteredInError } = input;
  return changeMedication(ctx, input, async (tx, { stoppedAt }) => {
    const now = ctx.now().getTime();
    if (stoppedAt && stoppedAt.getTime() <= now)
      throw new AppError('CONFLICT', { message: 'It is stopped already.' });
    const at = instantFrom(input.at, now);
    await endVersions(tx, input, at);
    await recordChange(tx, ctx, input, { action: 'stopped', reason, effectiveAt: at });
    return { stoppedAt: new Date(at), stopReason: reason, isEnteredInError };
  });
}
