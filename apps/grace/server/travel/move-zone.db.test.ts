import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { profiles } from '../../db/schema/profiles.ts';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { asNeeded, type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';
import { runJobAs } from '../../testing/run-jobs.ts';
import { planNoticesJob } from '../notices/plan-job.ts';

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
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan: dailyAt('08:00', '20:00') });
});

const move = (from: string, zone = 'Asia/Tokyo') =>
  amara.client.travel.move.mutate({ ...medicine, zone, from });
const versions = async () => {
  const rows = await server.db.admin`
    select zone, effective_from as "from", effective_until as until from grace.schedules
    where medication_id = ${medicine.medicationId} order by effective_from, effective_until`;
  return rows.map(({ zone, from, until }) => [zone, from.toISOString(), until?.toISOString() ?? null]);
};
const timeZone = async () => (await amara.client.profiles.byId.query({ id: amara.profileId })).timeZone;

describe('a move to another time zone', () => {
  it('from today holds from now on, for the doses and for the day', async () => {
    await move('2026-11-20');

    expect(await versions()).toEqual([
      ['Europe/London', '2026-01-01T00:00:00.000Z', '2026-11-20T12:00:00.000Z'],
      ['Asia/Tokyo', '2026-11-20T12:00:00.000Z', null],
    ]);
    expect(await timeZone()).toBe('Asia/Tokyo');
  });

  it('from a later day begins with that day there, and until then nothing moves', async () => {
    await move('2026-12-01');

    expect((await versions()).at(-1)).toEqual(['Asia/Tokyo', '2026-11-30T15:00:00.000Z', null]);
    expect(await timeZone()).toBe('Europe/London');
    const { days } = await amara.client.reports.month.query({ ...medicine, month: '2026-12' });
    expect(days[2]?.doses).toMatchObject([
      { time: '20:00', zone: 'Asia/Tokyo' },
      { time: '08:00', zone: 'Asia/Tokyo' },
    ]);
  });

  it('keeps a change that is planned for later, and the end of a plan', async () => {
    const { admin } = server.db;
    await admin`update grace.schedules set effective_until = '2026-12-24T00:00Z' where id = ${medicine.versionId}`;
    await move('2026-11-20');

    expect((await versions()).at(-1)).toEqual([
      'Asia/Tokyo',
      '2026-11-20T12:00:00.000Z',
      '2026-12-24T00:00:00.000Z',
    ]);
  });

  it('stands in the history of the medicine, and sent again it moves nothing more', async () => {
    await move('2026-11-20');
    await move('2026-11-20');

    expect(await versions()).toHaveLength(2);
    const changes = await amara.client.medications.changes.query({ ...medicine });
    expect(changes).toMatchObject([
      {
        action: 'rescheduled',
        changes: [{ field: 'Time zone', before: 'Europe/London', after: 'Asia/Tokyo' }],
      },
    ]);
  });

  it('leaves alone what is taken as needed', async () => {
    const prn = await plannedMedicine(server, { profileId: amara.profileId, plan: asNeeded });
    await move('2026-11-20');

    const [row] = await server.db
      .admin`select count(*)::int from grace.schedules where medication_id = ${prn.medicationId}`;
    expect(row).toEqual({ count: 1 });
  });

  it.each([
    ['2026-11-19', 'Asia/Tokyo', 'from'],
    ['2026-11-20', 'Mars/Olympus', 'zone'],
  ])('from %s to %s is refused with words', async (from, zone, field) => {
    await expect(move(from, zone)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { [field]: [expect.any(String)] } },
    });
    expect(await versions()).toHaveLength(1);
  });
});

describe('the person’s day', () => {
  const runDue = () => runJobAs(server, amara.userId, planNoticesJob, { profileId: amara.profileId });

  it('goes over when the day of the move has come, and comes back when that is planned too', async () => {
    await move('2026-12-01');
    await move('2026-12-15', 'Europe/London');
    now = new Date('2026-11-30T14:59:00Z');
    await runDue();
    expect(await timeZone()).toBe('Europe/London');

    now = new Date('2026-11-30T15:00:00Z');
    await runDue();
    expect(await timeZone()).toBe('Asia/Tokyo');
    const { localDate } = await amara.client.doses.today.query({ profileId: amara.profileId });
    expect(localDate).toBe('2026-12-01');

    now = new Date('2026-12-15T00:00:00Z');
    await runDue();
    expect(await timeZone()).toBe('Europe/London');
  });

  it('stays where it is when the move is taken back', async () => {
    await move('2026-12-01');
    await move('2026-11-30', 'Europe/London');
    const { zoneMoves } = await amara.client.profiles.byId.query({ id: amara.profileId });

    expect(zoneMoves).toEqual([]);
    expect((await versions()).at(-1)).toEqual(['Europe/London', '2026-11-30T15:00:00.000Z', null]);
  });

  it('is moved ahead of time by nobody but the holder', async () => {
    const ben = await newCaregiver(server, { profileId: amara.profileId, level: 'manage' });
    await ben.client.travel.move.mutate({ ...medicine, zone: 'Asia/Tokyo', from: '2026-12-01' });
    now = new Date('2026-12-02T12:00:00Z');
    await runDue();

    expect(await timeZone()).toBe('Europe/London');
  });

  it('is written by no statement of whoever manages the medicines', async () => {
    const { userId } = await newCaregiver(server, { profileId: amara.profileId, level: 'manage' });
    const written = await server.db.database.asUser({ userId }, (tx) =>
      tx
        .update(profiles)
        .set({ zoneMoves: [{ zone: 'Asia/Tokyo', from: now.getTime() }] })
        .where(eq(profiles.id, amara.profileId))
        .returning({ id: profiles.id }),
    );

    expect(written).toEqual([]);
  });

  it('stays for the holder to move also where the rows do not say so', async () => {
    const ben = await newCaregiver(server, { profileId: amara.profileId, level: 'manage' });
    const { admin } = server.db;
    onTestFinished(async () => {
      await admin`alter policy update_held on grace.profiles
        using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()))`;
    });
    await admin`alter policy update_held on grace.profiles using (true) with check (true)`;
    await ben.client.travel.move.mutate({ ...medicine, zone: 'Asia/Tokyo', from: '2026-11-20' });

    expect(await timeZone()).toBe('Europe/London');
  });
});

describe('a caregiver', () => {
  it('who manages the medicines moves the doses, and the day stays for the holder to move', async () => {
    const ben = await newCaregiver(server, { profileId: amara.profileId, level: 'manage' });
    await ben.client.travel.move.mutate({ ...medicine, zone: 'Asia/Tokyo', from: '2026-11-20' });

    expect(await versions()).toHaveLength(2);
    expect(await timeZone()).toBe('Europe/London');
  });

  it('who logs doses moves nothing', async () => {
    const ben = await newCaregiver(server, { profileId: amara.profileId, level: 'log' });

    await expect(
      ben.client.travel.move.mutate({ ...medicine, zone: 'Asia/Tokyo', from: '2026-11-20' }),
    ).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
    expect(await versions()).toHaveLength(1);
  });
});
