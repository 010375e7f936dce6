import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import type { z } from 'zod';
import { findSlot } from '../../administration/find-slot.ts';
import { thousandthsOf } from '../../schedule/amount.ts';
import { breaksLimits } from '../../schedule/breaks-limits.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { planOf } from '../medications/plan-of.ts';
import { actualTime } from './actual-time.ts';
import { asNeededPlan } from './as-needed-plan.ts';
import { lockMedication } from './lock-medication.ts';
import { markInError } from './mark-in-error.ts';
import { prnAdministrations } from './prn-administrations.ts';
import { isRecorded, type Report, record } from './record.ts';
import type { CorrectDose, Correction } from './schemas.ts';
import { assertSkippable } from './skip.ts';

type Replacement = z.output<typeof Correction>;
type Marked = NonNullable<Awaited<ReturnType<typeof markInError>>>;

/** Marks an entry as entered in error, and records what really happened, in one transaction; both stay in the history. */
export async function correctDose(ctx: SignedInContext, input: z.output<typeof CorrectDose>): Promise<void> {
  const { profileId, id, reason, replacement } = input;
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    const wrong = await markInError(tx, { profileId, id }, reason);
    if (!wrong) return refuseUnlessRepeated(tx, input);
    if (replacement) {
      const report = await replacing(ctx, tx, wrong, replacement);
      const isBeyond = await isBeyondLimits(tx, report);
      // Whoever corrects has typed why, so that it is an override like any other.
      const overrideReason = isBeyond ? (wrong.overrideReason ?? reason) : null;
      if (await record(tx, { ...report, overrideReason })) throw new AppError('CONFLICT');
      if (isBeyond) await auditOverride(tx, report);
    }
    await audit(tx, {
      action: 'dose_corrected',
      resourceType: 'dose',
      resourceId: id,
      details: { medicationId: wrong.medicationId, replacementId: replacement?.id ?? null },
    });
  });
}

/** A correction that is sent again, because the answer was lost, is done already. */
async function refuseUnlessRepeated(tx: Tx, { profileId, id, replacement }: z.output<typeof CorrectDose>) {
  if (!(await isRecorded(tx, { id, profileId }))) throw new AppError('NOT_FOUND');
  if (replacement && (await isRecorded(tx, { id: replacement.id, profileId }))) return;
  throw new AppError('CONFLICT', { message: 'Somebody has corrected this already. Look at the history.' });
}

async function replacing(ctx: SignedInContext, tx: Tx, wrong: Marked, right: Replacement): Promise<Report> {
  const { id: replacesId, ...dose } = wrong;
  const scheduledAt = wrong.scheduledAt?.getTime();
  const common = {
    ...dose,
    replacesId,
    id: right.id,
    note: right.note,
    actualAt: actualTime(ctx, right.actualAt, right.status === 'given' ? { scheduledAt } : {}),
  };
  if (right.status === 'given') {
    const isPart = thousandthsOf(right.amount) < (await plannedThousandths(tx, wrong));
    return { ...common, status: isPart ? 'partial' : 'taken', amount: right.amount };
  }
  // Nothing planned was left out.
  if (scheduledAt === undefined) throw new AppError('BAD_INPUT');
  await assertSkippable(tx, wrong.medicationId, right.reason);
  return { ...common, status: 'skipped', skipReason: right.reason, amount: '0', prnReason: null };
}

/** Whether what is corrected was taken as needed, and more or sooner than its plan allows. */
async function isBeyondLimits(tx: Tx, report: Report): Promise<boolean> {
  const { profileId, medicationId, versionId, localDate, status, amount, actualAt } = report;
  if (localDate || status === 'skipped') return false;
  const named = (await planOf(tx, profileId, { medicationId })).find(({ id }) => id === versionId);
  if (named?.plan.kind !== 'asNeeded') return false;
  await lockMedication(tx, report);
  const at = actualAt.getTime();
  const version = await asNeededPlan(tx, report, at);
  const others = await prnAdministrations(tx, profileId, version, at);
  return breaksLimits(others, version.plan, { actualAt: at, amount });
}

const auditOverride = (tx: Tx, { id, medicationId }: Report) =>
  audit(tx, {
    action: 'prn_limit_overridden',
    resourceType: 'dose',
    resourceId: id,
    details: { medicationId, by: 'correction' },
  });

async function plannedThousandths(tx: Tx, { profileId, medicationId, versionId, localDate, slot }: Marked) {
  if (!localDate || !slot) return 0;
  const version = (await planOf(tx, profileId, { medicationId })).find(({ id }) => id === versionId);
  const planned = version && findSlot(version, localDate, slot);
  return thousandthsOf(planned?.amount ?? '0');
}
