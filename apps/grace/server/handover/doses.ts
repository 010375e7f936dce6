import type { Tx } from '@commons/shared-db';
import { and, desc, eq, gt, isNull, lte, min } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medications } from '../../db/schema/medications.ts';
import { formatAmount } from '../../schedule/amount.ts';
import { dosesBetween } from '../../schedule/doses.ts';
import { slotKey } from '../../schedule/slot-key.ts';
import { namesAround } from '../doses/people.ts';
import { planOf } from '../medications/plan-of.ts';
import { readLog } from '../reports/read-log.ts';
import type { HandoverDose } from './schemas.ts';
import { type Span, shownMax } from './span.ts';

const msPerDay = 86_400_000;
const kinds = { missed: 'missed', takenLate: 'late', skipped: 'skipped', partial: 'partial' } as const;

/** What did not go by the plan within the span: missed, late, left out, in part; and doses taken as needed. */
export async function dosesOf(tx: Tx, span: Span): Promise<HandoverDose[]> {
  const doses = [...(await plannedDoses(tx, span)), ...(await asNeededDoses(tx, span))];
  const at = ({ actualAt, scheduledAt }: HandoverDose) => Date.parse(actualAt ?? scheduledAt ?? '');
  return doses.toSorted((one, other) => at(other) - at(one));
}

async function plannedDoses(tx: Tx, { profileId, since, until }: Span): Promise<HandoverDose[]> {
  const [from, to] = [since.getTime(), until.getTime()];
  // A dose of the day before may have become a missed one within the span, and an older one may have been recorded in it.
  const recordedFrom = await firstRecorded(tx, { profileId, since, until });
  const bounds = { from: Math.min(from - msPerDay, recordedFrom ?? from), to };
  const names = await namesOf(tx, profileId);
  const versions = (await planOf(tx, profileId, { from: bounds.from })).filter(({ medicationId }) =>
    names.has(medicationId),
  );
  const medicationOf = new Map(versions.map(({ id, medicationId }) => [id, medicationId]));
  const { planned } = await readLog(tx, profileId, bounds);
  const nameOf = await namesAround(tx, profileId);
  const recorded = new Map(planned.map((entry) => [slotKey(entry), entry]));
  return dosesBetween(versions, planned, bounds.from, bounds.to, to).flatMap((dose) => {
    if (!(dose.state in kinds)) return [];
    const { administration, scheduledAt } = dose;
    const by = recorded.get(slotKey(dose));
    // What a device without a connection kept is news when it comes in, however long ago it was.
    const newAt = administration ? Math.max(administration.actualAt, by?.recordedAt ?? 0) : dose.missedAt;
    if (newAt <= from || newAt > to) return [];
    return [
      {
        key: slotKey(dose),
        medicationName: names.get(medicationOf.get(dose.versionId) ?? '') ?? '',
        kind: kinds[dose.state as keyof typeof kinds],
        scheduledAt: new Date(scheduledAt).toISOString(),
        actualAt: administration ? new Date(administration.actualAt).toISOString() : null,
        amount: administration ? formatAmount(administration.amount, administration.unit) : null,
        by: by ? nameOf(by.recordedBy, by.recordedByName) : null,
        note: '',
      },
    ];
  });
}

/** When the earliest of the planned doses was planned that were recorded within the span. */
async function firstRecorded(tx: Tx, { profileId, since, until }: Span): Promise<number | undefined> {
  const [row] = await tx
    .select({ scheduledAt: min(doseLog.scheduledAt) })
    .from(doseLog)
    .where(
      and(
        eq(doseLog.profileId, profileId),
        isNull(doseLog.enteredInErrorAt),
        gt(doseLog.recordedAt, since),
        lte(doseLog.recordedAt, until),
      ),
    );
  return row?.scheduledAt?.getTime();
}

async function asNeededDoses(tx: Tx, { profileId, since, until }: Span): Promise<HandoverDose[]> {
  const nameOf = await namesAround(tx, profileId);
  const rows = await tx
    .select({ entry: doseLog, medicationName: medications.name })
    .from(doseLog)
    .innerJoin(
      medications,
      and(eq(medications.id, doseLog.medicationId), eq(medications.profileId, doseLog.profileId)),
    )
    .where(
      and(
        eq(doseLog.profileId, profileId),
        isNull(doseLog.localDate),
        isNull(doseLog.enteredInErrorAt),
        gt(doseLog.recordedAt, since),
        lte(doseLog.recordedAt, until),
      ),
    )
    .orderBy(desc(doseLog.recordedAt))
    .limit(shownMax.asNeeded + 1);
  return rows.map(({ entry, medicationName }) => ({
    key: entry.id,
    medicationName,
    kind: 'asNeeded',
    scheduledAt: null,
    actualAt: entry.actualAt.toISOString(),
    amount: formatAmount(entry.amount, entry.unit),
    by: nameOf(entry.recordedBy, entry.recordedByName, entry.isImported),
    note: entry.prnReason ?? entry.note,
  }));
}

async function namesOf(tx: Tx, profileId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: medications.id, name: medications.name })
    .from(medications)
    .where(and(eq(medications.profileId, profileId), eq(medications.isEnteredInError, false)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
