import type { Tx } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import type { FieldChange, MedicationAction } from '../../medicine/schemas.ts';
import { describePlan } from '../../schedule/describe.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { instantOf } from '../../schedule/zone.ts';
import { medicationChanges } from '../schema/medication-changes.ts';
import { medicationHolds } from '../schema/medication-holds.ts';
import { medications } from '../schema/medications.ts';
import { schedules } from '../schema/schedules.ts';

type Facts = Omit<typeof medications.$inferInsert, 'id' | 'profileId' | 'form' | 'route'> &
  Partial<Pick<typeof medications.$inferInsert, 'form' | 'route'>>;

/** A medicine with its past. Days are local days. */
export interface DemoMedicine {
  /** Makes its id. */
  number: number;
  facts: Facts;
  versions: { from: string; plan: SchedulePlan; reason?: string }[];
  /** Further schedules beside the first, from its beginning on. */
  others?: SchedulePlan[];
  hold?: { from: string; until: string; reason: string };
  stop?: { on: string; reason: string };
}

interface Person {
  profileId: string;
  zone: string;
  actorName: string;
}

/** Ids of demonstration rows, which are the same every time. */
export const demoId = (kind: 'b' | 'c' | 'f', number: number): string =>
  `019aa5c0-0000-7000-8000-00000000${kind}${String(number).padStart(3, '0')}`;

/** Adds a medicine with what happened to it, unless it is there already. */
export async function addMedicine(tx: Tx, person: Person, medicine: DemoMedicine): Promise<void> {
  const { facts, number, hold, stop } = medicine;
  const { profileId } = person;
  const medicationId = demoId('b', number);
  const [added] = await tx
    .insert(medications)
    .values({ form: 'tablet', route: 'oral', ...facts, id: medicationId, profileId })
    .onConflictDoNothing({ target: medications.id })
    .returning({ id: medications.id });
  if (!added) return;

  const startOf = (day: string) => new Date(instantOf(person.zone, day, '00:00'));
  const line = (action: MedicationAction, day: string, reason = '', changes: FieldChange[] = []) => ({
    profileId,
    medicationId,
    actorName: person.actorName,
    action,
    reason,
    changes,
    effectiveAt: startOf(day),
  });
  const history = [];
  let before = '';
  for (const [index, { from, plan, reason }] of medicine.versions.entries()) {
    await endVersion(tx, medicationId, startOf(from));
    await tx.insert(schedules).values({
      id: demoId('c', number * 10 + index),
      profileId,
      medicationId,
      scheduleId: medicationId,
      plan,
      zone: person.zone,
      lateWindowMinutes: defaultLateWindowMinutes(plan),
      effectiveFrom: startOf(from),
      reason,
    });
    const after = describePlan(plan);
    const action = index === 0 ? 'added' : 'rescheduled';
    history.push(line(action, from, reason, [{ field: 'Schedule', before, after }]));
    before = after;
  }
  for (const [index, plan] of (medicine.others ?? []).entries()) {
    const id = demoId('c', number * 10 + 5 + index);
    const from = medicine.versions[0]?.from ?? '';
    await tx.insert(schedules).values({
      id,
      profileId,
      medicationId,
      scheduleId: id,
      plan,
      zone: person.zone,
      lateWindowMinutes: defaultLateWindowMinutes(plan),
      effectiveFrom: startOf(from),
    });
    const added = { field: 'Schedule added', before: '', after: describePlan(plan) };
    history.push(line('rescheduled', from, '', [added]));
  }
  if (hold) {
    const [startsAt, endsAt] = [startOf(hold.from), startOf(hold.until)];
    await tx
      .insert(medicationHolds)
      .values({ profileId, medicationId, startsAt, endsAt, reason: hold.reason });
    history.push(line('held', hold.from, hold.reason));
  }
  if (stop) {
    await endVersion(tx, medicationId, startOf(stop.on));
    await tx
      .update(medications)
      .set({ stoppedAt: startOf(stop.on), stopReason: stop.reason })
      .where(eq(medications.id, medicationId));
    history.push(line('stopped', stop.on, stop.reason));
  }
  await tx.insert(medicationChanges).values(history);
}

async function endVersion(tx: Tx, medicationId: string, at: Date): Promise<void> {
  await tx
    .update(schedules)
    .set({ effectiveUntil: at })
    .where(and(eq(schedules.medicationId, medicationId), isNull(schedules.effectiveUntil)));
}
