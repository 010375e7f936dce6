import { uuidV7 } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { duplicateReports } from '../../db/schema/duplicate-reports.ts';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

let now = new Date();
let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
let maria: Awaited<ReturnType<typeof newCaregiver>>;
let medicine: PlannedMedicine;
beforeAll(async () => {
  server = await startGrace({ now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  now = new Date('2026-11-20T08:02:00Z');
  amara = await newHolder(server);
  maria = await newCaregiver(server, { profileId: amara.profileId, level: 'log', name: 'Maria' });
  const plan = dailyAt('08:00');
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan });
});

const dose = () => ({ id: uuidV7(), ...medicine, localDate: '2026-11-20', slot: '08:00' });
const standing = () => server.db.admin`
  select slot, status, amount, actual_at from grace.dose_log
  where medication_id = ${medicine.medicationId} and entered_in_error_at is null order by actual_at`;

/** Amara was offline when she gave it. */
async function reportAsWell(): Promise<string> {
  now = new Date('2026-11-20T09:00:00Z');
  const report = { ...dose(), actualAt: '2026-11-20T08:10:00Z' };
  await expect(amara.client.doses.log.mutate(report)).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
  // Its answer was lost, and it is sent again: that is no other report.
  await expect(amara.client.doses.log.mutate(report)).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
  return report.id;
}

describe('a second report of a dose', () => {
  it('is kept as a question, with what both said', async () => {
    await maria.client.doses.log.mutate(dose());
    const id = await reportAsWell();

    expect(await maria.client.doses.duplicates.query(medicine)).toEqual([
      {
        id,
        medicationId: medicine.medicationId,
        medicationName: 'Metformin',
        localDate: '2026-11-20',
        slot: '08:00',
        first: {
          status: 'taken',
          amount: '1',
          unit: 'tablet',
          actualAt: '2026-11-20T08:02:00.000Z',
          by: 'Maria',
        },
        second: { amount: '1', unit: 'tablet', actualAt: '2026-11-20T08:10:00.000Z', by: 'Amara Okafor' },
      },
    ]);
    expect(await standing()).toHaveLength(1);
    expect(await maria.client.doses.today.query(medicine)).toMatchObject({ duplicates: [{ id }] });
  });

  it('of one dose is answered, and nothing is added', async () => {
    await maria.client.doses.log.mutate(dose());
    const answer = { ...medicine, id: await reportAsWell(), resolution: 'given_once' } as const;
    await maria.client.doses.resolveDuplicate.mutate(answer);
    await maria.client.doses.resolveDuplicate.mutate(answer);

    expect(await maria.client.doses.duplicates.query(medicine)).toEqual([]);
    expect(await standing()).toHaveLength(1);
    const other = amara.client.doses.resolveDuplicate.mutate({ ...answer, resolution: 'given_too' });
    await expect(other).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
  });

  it('keeps the answer that it was given, whatever a statement says', async () => {
    await maria.client.doses.log.mutate(dose());
    const id = await reportAsWell();
    await maria.client.doses.resolveDuplicate.mutate({ ...medicine, id, resolution: 'given_once' });
    const changed = await server.db.database.asUser({ userId: amara.userId, app: 'grace' }, (tx) =>
      tx
        .update(duplicateReports)
        .set({ resolution: 'given_too' })
        .where(eq(duplicateReports.id, id))
        .returning({ id: duplicateReports.id }),
    );

    expect(changed).toEqual([]);
  });

  it('of a dose that was given twice adds it, beside the plan', async () => {
    await maria.client.doses.log.mutate(dose());
    const id = await reportAsWell();
    await maria.client.doses.resolveDuplicate.mutate({ ...medicine, id, resolution: 'given_too' });

    expect(await standing()).toEqual([
      { slot: '08:00', status: 'taken', amount: '1.000', actual_at: new Date('2026-11-20T08:02:00Z') },
      { slot: null, status: 'taken', amount: '1.000', actual_at: new Date('2026-11-20T08:10:00Z') },
    ]);
  });

  it('of a dose that the first one skipped takes its place', async () => {
    await maria.client.doses.skip.mutate({ ...dose(), reason: 'asleep' });
    const id = await reportAsWell();
    await maria.client.doses.resolveDuplicate.mutate({ ...medicine, id, resolution: 'given_too' });

    expect(await standing()).toMatchObject([{ slot: '08:00', status: 'taken' }]);
    const { items } = await amara.client.doses.history.query({ ...medicine, limit: 10 });
    expect(items.map(({ status, error }) => [status, error?.reason])).toEqual([
      ['taken', undefined],
      ['skipped', 'It was given after all.'],
    ]);
  });

  it('that it was skipped is no question', async () => {
    await maria.client.doses.log.mutate(dose());
    const skipped = amara.client.doses.skip.mutate({ ...dose(), reason: 'asleep' });

    await expect(skipped).rejects.toThrow('Already given 08:02 by Maria.');
    expect(await maria.client.doses.duplicates.query(medicine)).toEqual([]);
  });
});
