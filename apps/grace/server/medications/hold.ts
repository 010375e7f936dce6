import { AppError, type SignedInContext } from '@commons/api';
import { medicationHolds } from '../../db/schema/medication-holds.ts';
import { changeMedication } from './change-medication.ts';
import { instantFrom } from './instant-from.ts';
import { recordChange } from './record-change.ts';
import type { HoldMedication, Medication } from './schemas.ts';

/** Holds a medicine for a while, or until somebody resumes it. Its doses stay in the plan, as held. */
export function holdMedication(ctx: SignedInContext, input: HoldMedication): Promise<Medication> {
  const { profileId, id, holdId, reason } = input;
  return changeMedication(ctx, input, async (tx, { versions }) => {
    const from = instantFrom(input.from, ctx.now().getTime());
    const until = input.until === null ? null : Date.parse(input.until);
    if (until !== null && until <= from)
      throw new AppError('BAD_INPUT', {
        message: 'The end must come after the beginning.',
        fields: { until: ['Choose a later time.'] },
      });
    const holds = versions[0]?.holds ?? [];
    const overlaps = holds.some(
      (hold) =>
        (hold.until ?? Number.POSITIVE_INFINITY) > from && hold.from < (until ?? Number.POSITIVE_INFINITY),
    );
    if (overlaps)
      throw new AppError('CONFLICT', { message: 'It is on hold in that time already. Resume it first.' });
    await tx.insert(medicationHolds).values({
      id: holdId,
      profileId,
      medicationId: id,
      startsAt: new Date(from),
      endsAt: until === null ? null : new Date(until),
      reason,
    });
    const changes =
      until === null ? [] : [{ field: 'On hold until', before: '', after: new Date(until).toISOString() }];
    await recordChange(tx, ctx, input, { action: 'held', reason, changes, effectiveAt: from });
    return {};
  });
}
