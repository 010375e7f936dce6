import type { SignedInContext } from '@commons/api';
import type { z } from 'zod';
import { thousandthsOf } from '../../schedule/amount.ts';
import { actualTime } from './actual-time.ts';
import { plannedDose } from './planned-dose.ts';
import { reportDose } from './report-dose.ts';
import type { LogDose, Recorded } from './schemas.ts';

/** A planned dose was given: whole, or a part of it. */
export function logDose(ctx: SignedInContext, input: z.output<typeof LogDose>): Promise<Recorded> {
  return reportDose(ctx, input.profileId, async (tx) => {
    const { planned, amount: whole, ...dose } = await plannedDose(tx, input);
    const amount = input.amount ?? whole;
    return {
      ...dose,
      ...planned,
      id: input.id,
      status: thousandthsOf(amount) < thousandthsOf(whole) ? 'partial' : 'taken',
      amount,
      actualAt: actualTime(ctx, input.actualAt, { scheduledAt: planned?.scheduledAt.getTime() }),
      note: input.note,
    };
  });
}
