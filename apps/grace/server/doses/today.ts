import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, max, ne, or, sql } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medications } from '../../db/schema/medications.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { strengthBeside } from '../../medicine/strength.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import { assertWithin } from '../care/rights.ts';
import { planOf } from '../medications/plan-of.ts';
import { readDuplicates } from './duplicates.ts';
import { readEntries } from './entries.ts';
import type { DoseMedication, OfProfile, TodayFacts } from './schemas.ts';

const msPerDay = 86_400_000;
/** More than anybody takes in the days that are shown. */
const entriesMax = 500;

/**
 * What the page works Today out of, with the engine and its own clock: so it stays right over midnight and without a connection,
 * which is why it reaches a day further than the person's day on both sides.
 */
export function todayOf(ctx: SignedInContext, { profileId }: OfProfile): Promise<TodayFacts> {
  const now = ctx.now();
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const [profile] = await tx
      .select({ timeZone: profiles.timeZone })
      .from(profiles)
      .where(eq(profiles.id, profileId));
    const timeZone = profile?.timeZone ?? 'UTC';
    const localDate = dayOf(timeZone, now.getTime());
    const { start, end } = dayBounds(timeZone, localDate);
    const from = new Date(start - 2 * msPerDay);
    const condition = and(
      isNull(doseLog.enteredInErrorAt),
      or(gt(doseLog.scheduledAt, from), gt(doseLog.actualAt, from)),
    );
    return {
      now: now.toISOString(),
      timeZone,
      localDate,
      versions: await planOf(tx, profileId, { from: from.getTime(), to: end + 3 * msPerDay }),
      medications: await medicationsOf(tx, profileId),
      entries: await readEntries(tx, ctx, { profileId, condition, limit: entriesMax }),
      duplicates: await readDuplicates(tx, profileId),
    };
  });
}

async function medicationsOf(tx: Tx, profileId: string): Promise<DoseMedication[]> {
  const given = and(
    eq(doseLog.medicationId, medications.id),
    eq(doseLog.profileId, medications.profileId),
    isNull(doseLog.enteredInErrorAt),
    ne(doseLog.status, 'skipped'),
  );
  const rows = await tx
    .select({
      id: medications.id,
      name: medications.name,
      strengthAmount: medications.strengthAmount,
      strengthUnit: medications.strengthUnit,
      instructions: medications.instructions,
      indication: medications.indication,
      look: medications.look,
      missedDoseInstruction: medications.missedDoseInstruction,
      isSkippable: medications.isSkippable,
      prnTryFirst: medications.prnTryFirst,
      prnSigns: medications.prnSigns,
      prnReviewOn: medications.prnReviewOn,
      lastTakenAt: sql<Date | null>`(${tx
        .select({ at: max(doseLog.actualAt) })
        .from(doseLog)
        .where(given)})`.mapWith(doseLog.actualAt),
    })
    .from(medications)
    .where(and(eq(medications.profileId, profileId), eq(medications.isEnteredInError, false)));
  return rows.map(({ strengthAmount, strengthUnit, lastTakenAt, ...medication }) => ({
    ...medication,
    strength: strengthBeside({ name: medication.name, strengthAmount, strengthUnit }),
    lastTakenAt: lastTakenAt?.toISOString() ?? null,
  }));
}
