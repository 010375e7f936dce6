import { randomUUID } from 'node:crypto';
import type { Arrange, IsolationExpectations, Row } from '@commons/shared-db/testing';
import { dailyPlan, heldMedication } from './held-medication.ts';
import { fromFile } from './held-profile.ts';

/** A version of a schedule of such a medicine: the three columns by which entries of the log hang under it. */
async function heldSchedule(arrange: Arrange): Promise<Row> {
  const medication = await heldMedication(arrange);
  const { id } = await arrange.insert('grace.schedules', {
    ...medication,
    schedule_id: randomUUID(),
    plan: dailyPlan,
    zone: 'Europe/London',
    late_window_minutes: 120,
    effective_from: '2026-11-01',
  });
  return { ...medication, version_id: id };
}

/** An entry of the log; whoever the row belongs to has recorded it, which is for the database to say. */
async function administration(arrange: Arrange): Promise<Row> {
  const { ownerId, sql } = arrange;
  await sql.unsafe(`alter table grace.dose_log alter column recorded_by set default '${ownerId}'`);
  return {
    ...(await heldSchedule(arrange)),
    id: randomUUID(),
    local_date: '2026-11-20',
    slot: '08:00',
    scheduled_at: '2026-11-20T08:00:00Z',
    actual_at: '2026-11-20T08:02:00Z',
    status: 'taken',
    amount: '1',
    unit: 'tablet',
  };
}

/** An entry that is there already, by the two columns under which rows hang. */
async function recordedAdministration(arrange: Arrange): Promise<Row> {
  const { id, profile_id } = await arrange.insert('grace.dose_log', await administration(arrange));
  return { administration_id: id, profile_id };
}

/** Who may do what with the log. */
export const doseIsolation: IsolationExpectations = {
  'grace.dose_log': {
    row: administration,
    change: { error_reason: 'Another tablet' },
    rights: {
      owner: { select: 1, insert: 1, update: 1, delete: 1 },
      ...fromFile,
      // Demonstration data and imports, which say who recorded what and when.
      service: { select: 1, insert: 1 },
    },
    ownerColumn: null,
  },
  'grace.duplicate_reports': {
    row: async (arrange) => ({
      ...(await recordedAdministration(arrange)),
      id: randomUUID(),
      actual_at: '2026-11-20T08:05:00Z',
      status: 'taken',
      amount: '1',
      unit: 'tablet',
    }),
    change: { resolution: 'given_once' },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
    ownerColumn: null,
  },
  'grace.dose_effects': {
    row: async (arrange) => ({ ...(await recordedAdministration(arrange)), effect: 'helped' }),
    change: { effect: 'did_not_help' },
    rights: { owner: { select: 1, insert: 1 }, ...fromFile },
    ownerColumn: null,
  },
};
