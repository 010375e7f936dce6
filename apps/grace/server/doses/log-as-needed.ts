import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import type { z } from 'zod';
import { type PrnState, prnState } from '../../schedule/prn-state.ts';
import { actualTime } from './actual-time.ts';
import { asNeededPlan } from './as-needed-plan.ts';
import { lockMedication } from './lock-medication.ts';
import { prnAdministrations } from './prn-administrations.ts';
import { isRecorded } from './record.ts';
import { reportDose } from './report-dose.ts';
import type { LogAsNeeded, Recorded } from './schemas.ts';

/** A medicine was taken as needed: within its limits, or beyond them with a reason that somebody typed. */
export function logAsNeeded(ctx: SignedInContext, input: z.output<typeof LogAsNeeded>): Promise<Recorded> {
  const { id, profileId, overrideReason, note } = input;
  return reportDose(ctx, profileId, async (tx) => {
    const actualAt = actualTime(ctx, input.actualAt);
    const at = actualAt.getTime();
    const version = await asNeededPlan(tx, input, at);
    const { medicationId, plan } = version;
    const amount = input.amount ?? plan.amount;
    await lockMedication(tx, { profileId, medicationId });
    const state = prnState(await prnAdministrations(tx, profileId, version, at), plan, amount, at);
    const isBeyond = state.isBlocked && !(await isRecorded(tx, input));
    if (isBeyond && overrideReason === undefined) throw beyondLimits(state);
    if (isBeyond) {
      const details = { medicationId, blockedBy: state.blockedBy };
      await audit(tx, { action: 'prn_limit_overridden', resourceType: 'dose', resourceId: id, details });
    }
    return {
      id,
      profileId,
      medicationId,
      versionId: version.id,
      status: 'taken',
      amount,
      unit: plan.unit,
      actualAt,
      prnReason: input.reason,
      overrideReason: isBeyond ? overrideReason : null,
      note,
    };
  });
}

function beyondLimits({ blockedBy, amountIn24h, allowedFrom }: PrnState): AppError {
  const why =
    blockedBy === 'interval'
      ? 'It is too soon after the last dose.'
      : 'That is more than the most in 24 hours.';
  return new AppError('CONFLICT', {
    message: `${why} If it has to be, write why.`,
    details: {
      kind: 'prn_limit',
      blockedBy,
      amountIn24h,
      allowedFrom: allowedFrom === null ? null : new Date(allowedFrom).toISOString(),
    },
  });
}
