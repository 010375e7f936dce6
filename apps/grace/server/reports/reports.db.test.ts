import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { asNeeded, type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

let now = new Date();
let server: GraceServer;
beforeAll(async () => {
  server = await startGrace({ now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

let amara: Awaited<ReturnType<typeof newHolder>>;
let medicine: PlannedMedicine;
beforeEach(async () => {
  now = new Date('2026-11-20T12:00:00Z');
  amara = await newHolder(server);
  const plan = dailyAt('08:00', '20:00');
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan });
});

const dose = (localDate: string, slot: string) => ({
  ...{ id: uuidV7(), profileId: medicine.profileId, versionId: medicine.versionId },
  ...{ localDate, slot },
});
const give = (localDate: string, slot: string, actualAt: string) =>
  amara.client.doses.log.mutate({ ...dose(localDate, slot), actualAt });

describe('the adherence report', () => {
  const report = () => amara.client.reports.adherence.query({ ...medicine, days: 7 });

  it('follows its formula, and counts by medicine and by day', async () => {
    await give('2026-11-20', '08:00', '2026-11-20T08:05:00Z');
    await give('2026-11-19', '20:00', '2026-11-20T00:20:00Z');
    const skip = { ...dose('2026-11-19', '08:00'), actualAt: '2026-11-19T08:00:00Z' };
    await amara.client.doses.skip.mutate({ ...skip, reason: 'clinician_told' });

    // 14 planned, tonight's still to come: 13, of which one on a clinician's word.
    const { total, medications, byDay, from, to } = await report();
    expect({ from, to }).toEqual({ from: '2026-11-14', to: '2026-11-20' });
    expect(total).toMatchObject({
      due: 13,
      clinicianSkips: 1,
      counted: 12,
      taken: 2,
      takenLate: 1,
      rate: 2 / 12,
    });
    expect(medications).toEqual([{ medicationId: medicine.medicationId, name: 'Metformin', figures: total }]);
    expect(byDay).toHaveLength(7);
    expect(byDay.at(-2)).toMatchObject({
      date: '2026-11-19',
      figures: { counted: 1, taken: 1, takenLate: 1 },
    });
    expect(byDay.at(-1)).toMatchObject({
      date: '2026-11-20',
      figures: { counted: 1, taken: 1, takenLate: 0 },
    });
  });

  it('leaves out what was entered in error, and medicines taken as needed', async () => {
    const prn = await plannedMedicine(server, { profileId: amara.profileId, plan: asNeeded });
    await amara.client.doses.logAsNeeded.mutate({ ...prn, id: uuidV7() });
    const given = dose('2026-11-20', '08:00');
    await amara.client.doses.log.mutate(given);
    await amara.client.doses.correct.mutate({ ...given, reason: 'It was not her', replacement: null });

    expect(await report()).toMatchObject({
      total: { taken: 0, counted: 13 },
      medications: [{ medicationId: medicine.medicationId }],
    });
  });

  it('leaves out a hold', async () => {
    await server.db.admin`
      insert into grace.medication_holds (profile_id, medication_id, starts_at, ends_at, reason)
      values (${medicine.profileId}, ${medicine.medicationId}, '2026-11-18T00:00Z', '2026-11-19T00:00Z', 'Operation')`;

    expect((await report()).total).toMatchObject({ due: 13, held: 2, counted: 11 });
  });
});

describe('the calendar', () => {
  const month = (of: string) => amara.client.reports.month.query({ ...medicine, month: of });
  const dosesOf = async (date: string) =>
    (await month(date.slice(0, 7))).days.find((day) => day.date === date)?.doses;

  it('shows past, present and planned doses of a month', async () => {
    await give('2026-11-20', '08:00', '2026-11-20T08:05:00Z');

    expect(await dosesOf('2026-11-19')).toMatchObject([
      { time: '08:00', state: 'missed' },
      { time: '20:00', state: 'missed' },
    ]);
    expect(await dosesOf('2026-11-20')).toMatchObject([
      { time: '08:00', state: 'taken', actualAt: Date.parse('2026-11-20T08:05:00Z'), name: 'Metformin' },
      { time: '20:00', state: 'upcoming', amount: '1', unit: 'tablet', zone: null },
    ]);
    const next = await month('2026-12');
    expect(next.days).toHaveLength(31);
    expect(next.days.every(({ doses }) => doses.length === 2)).toBe(true);
  });

  it("keeps yesterday's evening in its day when it is given after midnight", async () => {
    await give('2026-11-19', '20:00', '2026-11-20T00:20:00Z');

    expect((await dosesOf('2026-11-19'))?.at(-1)).toMatchObject({ time: '20:00', state: 'takenLate' });
    expect(await dosesOf('2026-11-20')).toHaveLength(2);
  });

  it('has each dose of a day on which the clocks change once, and says where they skip its time', async () => {
    const plan = dailyAt('01:30', '03:00');
    await plannedMedicine(server, { profileId: amara.profileId, plan, name: 'Apixaban' });
    const times = async (date: string) =>
      (await dosesOf(date))
        ?.filter(({ name }) => name === 'Apixaban')
        .map(({ time, plannedTime }) => [time, plannedTime]);

    expect(await times('2027-03-28')).toEqual([
      ['02:30', '01:30'],
      ['03:00', '03:00'],
    ]);
    expect(await times('2027-10-31')).toEqual([
      ['01:30', '01:30'],
      ['03:00', '03:00'],
    ]);
  });

  it('shows what was taken as needed, on the day of the person', async () => {
    const prn = await plannedMedicine(server, {
      profileId: amara.profileId,
      plan: asNeeded,
      name: 'Paracetamol',
    });
    await amara.client.doses.logAsNeeded.mutate({ ...prn, id: uuidV7(), actualAt: '2026-11-20T11:15:00Z' });

    expect((await dosesOf('2026-11-20'))?.[1]).toMatchObject({
      ...{ name: 'Paracetamol', time: '11:15', state: 'extra', amount: '2' },
    });
  });
});

it('a caregiver without the medicines sees neither report', async () => {
  const nora = await newCaregiver(server, { profileId: amara.profileId, scopes: ['notes'] });
  const forbidden = { data: { code: 'FORBIDDEN' } };

  await expect(nora.client.reports.adherence.query({ ...medicine, days: 7 })).rejects.toMatchObject(
    forbidden,
  );
  await expect(nora.client.reports.month.query({ ...medicine, month: '2026-11' })).rejects.toMatchObject(
    forbidden,
  );
});
