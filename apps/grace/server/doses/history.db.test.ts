import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GraceServer, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
let metformin: PlannedMedicine;
let ramipril: PlannedMedicine;
beforeAll(async () => {
  server = await startGrace();
  amara = await newHolder(server);
  const plan = dailyAt('08:00');
  metformin = await plannedMedicine(server, { profileId: amara.profileId, plan });
  ramipril = await plannedMedicine(server, { profileId: amara.profileId, plan, name: 'Ramipril' });
  for (const { profileId, medicationId, versionId } of [metformin, ramipril])
    await server.db.admin`
      insert into grace.dose_log (id, profile_id, medication_id, version_id, local_date, slot, scheduled_at, actual_at, status, amount, unit)
      select gen_random_uuid(), ${profileId}, ${medicationId}, ${versionId}, day, '08:00', day + time '08:00', day + time '08:02', 'taken', 1, 'tablet'
      from generate_series(date '2026-10-01', date '2026-10-30', interval '1 day') as day`;
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Every page until the last. */
async function pages(medicationId?: string): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: Awaited<ReturnType<typeof amara.client.doses.history.query>>['nextCursor'] = null;
  do {
    const input = { profileId: amara.profileId, medicationId, cursor, limit: 25 };
    const page = await amara.client.doses.history.query(input);
    found.push(page.items.map(({ actualAt, medicationName }) => `${actualAt} ${medicationName}`));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

it('comes in pages, the latest first, and each entry once', async () => {
  const found = await pages();

  expect(found.map((page) => page.length)).toEqual([25, 25, 10]);
  expect(new Set(found.flat()).size).toBe(60);
  const days = found.flat().map((line) => line.slice(0, 10));
  expect(days).toEqual(days.toSorted().reverse());
});

it('is that of one medicine where it is asked for', async () => {
  const found = await pages(ramipril.medicationId);

  expect(found.flat()).toHaveLength(30);
  expect(found.flat().every((line) => line.endsWith('Ramipril'))).toBe(true);
});
