import type { SignedInContext } from '@commons/api';
import { prnState } from '../../schedule/prn-state.ts';
import { assertWithin } from '../care/rights.ts';
import { asNeededPlan } from './as-needed-plan.ts';
import { prnAdministrations } from './prn-administrations.ts';
import type { PrnStatus, PrnStatusOf } from './schemas.ts';

/** Where a medicine taken as needed stands before another dose. */
export function prnStatus(ctx: SignedInContext, input: PrnStatusOf): Promise<PrnStatus> {
  const now = ctx.now().getTime();
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, input.profileId, 'medications', 'view');
    const version = await asNeededPlan(tx, input, now);
    const taken = await prnAdministrations(tx, input.profileId, version, now);
    const { lastAt, allowedFrom, ...state } = prnState(
      taken,
      version.plan,
      input.amount ?? version.plan.amount,
      now,
    );
    return { ...state, lastAt: iso(lastAt), allowedFrom: iso(allowedFrom) };
  });
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
