import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { doseLog } from '../../db/schema/dose-log.ts';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

type Holder = Awaited<ReturnType<typeof newHolder>>;
type Caregiver = Awaited<ReturnType<typeof newCaregiver>>;

let now = new Date();
let server: GraceServer;
let amara: Holder;
let maria: Caregiver;
let medicine: PlannedMedicine;
beforeAll(async () => {
  server = await startGrace({ now: () => now });
  amara = await newHolder(server);
  maria = await newCaregiver(server, { profileId: amara.profileId, level: 'log', name: 'Maria' });
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  now = new Date('2026-11-20T08:02:00Z');
  const plan = dailyAt('08:00', '12:30', '23:00');
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan });
});

const dose = (slot = '08:00', localDate = '2026-11-20') => ({
  id: uuidV7(),
  profileId: medicine.profileId,
  versionId: medicine.versionId,
  localDate,
  slot,
});

const logged = () => server.db.admin`
  select status, amount, unit, slot, local_date::text as local_date, scheduled_at, actual_at, recorded_by from grace.dose_log
  where version_id = ${medicine.versionId} order by scheduled_at`;

describe('a dose that was given', () => {
  it('is recorded with when it was planned, when it was given, and by whom', async () => {
    now = new Date('2026-11-20T11:19:00Z');
    await maria.client.doses.log.mutate({ ...dose(), note: ' With porridge. ' });

    expect(await logged()).toEqual([
      {
        status: 'taken',
        amount: '1.000',
        unit: 'tablet',
        slot: '08:00',
        local_date: '2026-11-20',
        scheduled_at: new Date('2026-11-20T08:00:00Z'),
        actual_at: now,
        recorded_by: maria.userId,
      },
    ]);
    const { items } = await amara.client.doses.history.query({ ...medicine, limit: 10 });
    expect(items).toMatchObject([
      {
        recordedBy: 'Maria',
        isMine: false,
        amount: '1',
        note: 'With porridge.',
        medicationName: 'Metformin',
      },
    ]);
  });

  it('is recorded once, however often the report is sent', async () => {
    const report = dose();
    const first = await maria.client.doses.log.mutate(report);
    now = new Date('2026-11-20T08:03:00Z');
    await maria.client.doses.log.mutate(report);

    expect(await logged()).toHaveLength(1);
    expect(first).toEqual({ id: report.id, actualAt: '2026-11-20T08:02:00.000Z' });
    expect(await amara.client.doses.duplicates.query(medicine)).toEqual([]);
  });

  it('keeps the time that the person says, and a little difference of clocks', async () => {
    await maria.client.doses.log.mutate({ ...dose(), actualAt: '2026-11-20T07:55:00Z' });
    await maria.client.doses.log.mutate({ ...dose('12:30'), actualAt: '2026-11-20T08:03:00Z' });

    const times = (await logged()).map((row) => (row.actual_at as Date).toISOString());
    expect(times).toEqual(['2026-11-20T07:55:00.000Z', '2026-11-20T08:03:00.000Z']);
  });

  it.each([
    ['has not come yet', '2026-11-20T08:10:00Z'],
    ['is days before the plan', '2026-11-18T08:00:00Z'],
  ])('is refused with a time that %s', async (_, actualAt) => {
    const refused = maria.client.doses.log.mutate({ ...dose(), actualAt });

    await expect(refused).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { actualAt: [expect.any(String)] } },
    });
    expect(await logged()).toEqual([]);
  });

  it('fills the slot of the day before when it is logged after midnight', async () => {
    now = new Date('2026-11-21T00:20:00Z');
    await maria.client.doses.log.mutate(dose('23:00', '2026-11-20'));
    const tonight = await maria.client.doses.log.mutate({ ...dose('08:00', '2026-11-21') });

    expect(tonight.id).toBeTruthy();
    expect((await logged()).map(({ local_date, slot }) => [local_date, slot])).toEqual([
      ['2026-11-20', '23:00'],
      ['2026-11-21', '08:00'],
    ]);
  });

  it('late in the morning leaves the one at noon open', async () => {
    now = new Date('2026-11-20T11:19:00Z');
    await maria.client.doses.log.mutate(dose('08:00'));
    await maria.client.doses.log.mutate(dose('12:30'));

    expect((await logged()).map(({ slot }) => slot)).toEqual(['08:00', '12:30']);
  });

  it('of which only a part was taken is partial', async () => {
    await maria.client.doses.log.mutate({ ...dose(), amount: '0.5' });

    expect(await logged()).toMatchObject([{ status: 'partial', amount: '0.500' }]);
  });

  it('is refused when the plan has no such dose', async () => {
    const refused = maria.client.doses.log.mutate(dose('09:00'));

    await expect(refused).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
  });

  it('belongs to the new plan when the plan was changed while the device was offline', async () => {
    const { admin } = server.db;
    const [old] = await admin`
      update grace.schedules set effective_until = '2026-11-20T10:00:00Z' where id = ${medicine.versionId} returning *`;
    const newId = uuidV7();
    await admin`
      insert into grace.schedules (id, profile_id, medication_id, schedule_id, plan, zone, late_window_minutes, effective_from)
      values (${newId}, ${medicine.profileId}, ${medicine.medicationId}, ${old?.schedule_id}, ${admin.json(dailyAt('12:30'))},
        'Europe/London', 60, '2026-11-20T10:00:00Z')`;
    now = new Date('2026-11-20T23:10:00Z');
    await maria.client.doses.log.mutate({ ...dose('12:30'), actualAt: '2026-11-20T12:31:00Z' });
    await maria.client.doses.log.mutate({ ...dose('23:00'), actualAt: '2026-11-20T23:01:00Z' });

    const rows = await admin`
      select version_id, slot from grace.dose_log where medication_id = ${medicine.medicationId} order by actual_at`;
    // Nothing is lost: what no plan asks for any more is still an administration.
    expect(rows).toEqual([
      { version_id: newId, slot: '12:30' },
      { version_id: medicine.versionId, slot: null },
    ]);
  });
});

describe('a dose that was skipped', () => {
  it('says why, and counts no amount', async () => {
    await maria.client.doses.skip.mutate({ ...dose(), reason: 'clinician_told', note: 'Dr Shah, by phone' });

    expect(await logged()).toMatchObject([{ status: 'skipped', amount: '0.000' }]);
  });

  it('needs a clinician’s word where the medicine does', async () => {
    const plan = dailyAt('08:00');
    medicine = await plannedMedicine(server, { profileId: amara.profileId, plan, isSkippable: false });
    const refused = maria.client.doses.skip.mutate({ ...dose(), reason: 'refused' });

    await expect(refused).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
    await maria.client.doses.skip.mutate({ ...dose(), reason: 'clinician_told' });
  });
});

/** As a device does: what finds the server too busy is sent again under its id, until there is an answer. */
async function report(person: GracePerson, given: ReturnType<typeof dose>): Promise<unknown> {
  for (;;) {
    try {
      return await person.client.doses.log.mutate(given);
    } catch (error) {
      if ((error as { data?: { code: string } }).data?.code !== 'UNAVAILABLE') throw error;
    }
  }
}

describe('two caregivers', () => {
  it('cannot give one dose twice: the second hears who was first', async () => {
    await maria.client.doses.log.mutate(dose());
    now = new Date('2026-11-20T08:05:00Z');
    const second = amara.client.doses.log.mutate(dose());

    await expect(second).rejects.toMatchObject({
      message: 'Already given 08:02 by Maria.',
      data: {
        code: 'CONFLICT',
        details: { kind: 'already_logged', by: 'Maria', actualAt: '2026-11-20T08:02:00.000Z' },
      },
    });
    expect(await logged()).toMatchObject([{ recorded_by: maria.userId }]);
  });

  it('and fifty reports at once leave one administration, and forty-nine questions', async () => {
    const more = [1, 2, 3].map((n) =>
      newCaregiver(server, { profileId: amara.profileId, level: 'log', name: `Carer ${n}` }),
    );
    const people = [amara, maria, ...(await Promise.all(more))];
    const reports = Array.from({ length: 50 }, (_, n) => report(people[n % people.length] ?? amara, dose()));
    const answers = await Promise.allSettled(reports);

    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals) expect(refusal).toMatchObject({ data: { code: 'CONFLICT' } });
    expect(await logged()).toHaveLength(1);
    const questions = await amara.client.doses.duplicates.query(medicine);
    expect(questions.filter(({ medicationId }) => medicationId === medicine.medicationId)).toHaveLength(49);
  });
});

describe('who may log', () => {
  it('is not somebody who may only look, neither here nor in the database', async () => {
    const viewer = await newCaregiver(server, { profileId: amara.profileId, level: 'view' });

    await expect(viewer.client.doses.log.mutate(dose())).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    await expect(insertAs(viewer.userId)).rejects.toMatchObject(refused);
  });

  it('is not a caregiver for something else', async () => {
    const reader = await newCaregiver(server, {
      profileId: amara.profileId,
      level: 'manage',
      scopes: ['notes'],
    });

    await expect(reader.client.doses.log.mutate(dose())).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    await expect(reader.client.doses.today.query(medicine)).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    await expect(insertAs(reader.userId)).rejects.toMatchObject(refused);
  });

  it('cannot say that somebody else recorded it, or when', async () => {
    await expect(insertAs(maria.userId, { recordedBy: amara.userId })).rejects.toMatchObject(refused);
    await expect(insertAs(maria.userId, { recordedAt: now })).rejects.toMatchObject(refused);
    await insertAs(maria.userId);
    expect(await logged()).toMatchObject([{ recorded_by: maria.userId }]);
  });
});

const refused = { cause: { code: '42501' } };

/** Writes an entry past the server, with the rights of the person. */
const insertAs = (userId: string, values: Partial<typeof doseLog.$inferInsert> = {}) =>
  server.db.database.asUser({ userId, app: 'grace' }, (tx) =>
    tx.insert(doseLog).values({
      ...medicine,
      id: uuidV7(),
      localDate: '2026-11-20',
      slot: '08:00',
      scheduledAt: new Date('2026-11-20T08:00:00Z'),
      actualAt: now,
      status: 'taken',
      amount: '1',
      unit: 'tablet',
      ...values,
    }),
  );
