import { uuidV7 } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { doseLog } from '../../db/schema/dose-log.ts';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

const now = new Date('2026-11-20T08:02:00Z');
let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
let maria: Awaited<ReturnType<typeof newCaregiver>>;
let medicine: PlannedMedicine;
beforeAll(async () => {
  server = await startGrace({ now: () => now });
  amara = await newHolder(server);
  maria = await newCaregiver(server, { profileId: amara.profileId, level: 'log', name: 'Maria' });
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  const plan = dailyAt('08:00');
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan });
});

const dose = () => ({ id: uuidV7(), ...medicine, localDate: '2026-11-20', slot: '08:00' });
const rows = () => server.db.admin`
  select id, status, amount, replaces_id, error_reason, entered_in_error_by, slot, recorded_by
  from grace.dose_log where medication_id = ${medicine.medicationId} order by entered_in_error_at nulls last, id`;
const entry = (id: string) => ({ profileId: medicine.profileId, id });
const older = (id: string, seconds: number) => server.db.admin`
  update grace.dose_log set recorded_at = now() - make_interval(secs => ${seconds}) where id = ${id}`;

describe('a correction to a dose that was left out', () => {
  const correct = (id: string, reason: 'refused' | 'clinician_told') =>
    amara.client.doses.correct.mutate({
      ...entry(id),
      reason: 'She spat it out',
      replacement: { id: uuidV7(), status: 'skipped', reason, actualAt: now.toISOString() },
    });

  it('is recorded with why', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await correct(id, 'refused');

    expect((await rows()).map(({ status }) => status)).toEqual(['taken', 'skipped']);
  });

  it('is refused for a medicine that must be taken, unless a clinician said so', async () => {
    const plan = dailyAt('08:00');
    medicine = await plannedMedicine(server, { profileId: amara.profileId, plan, isSkippable: false });
    const { id } = await maria.client.doses.log.mutate(dose());

    await expect(correct(id, 'refused')).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
    expect(await rows()).toMatchObject([{ id, status: 'taken', error_reason: null }]);
    await correct(id, 'clinician_told');
    expect((await rows()).map(({ status }) => status)).toEqual(['taken', 'skipped']);
  });
});

describe('undo', () => {
  it('takes a slip away as if it had not been, and the dose can be given', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await maria.client.doses.undo.mutate(entry(id));

    expect(await rows()).toEqual([]);
    await amara.client.doses.log.mutate(dose());
    const trail = await server.db
      .admin`select user_id, resource_id from public.audit_log where action = 'dose_undone'`;
    expect(trail).toEqual([{ user_id: maria.userId, resource_id: id }]);
  });

  it('is for seconds', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await older(id, 14);
    const other = await maria.client.doses.undo.mutate(entry(id));
    expect(other).toBeUndefined();

    const again = await maria.client.doses.log.mutate(dose());
    await older(again.id, 16);
    const late = maria.client.doses.undo.mutate(entry(again.id));
    await expect(late).rejects.toMatchObject({
      message: expect.stringContaining('too late'),
      data: { code: 'CONFLICT' },
    });
    expect(await rows()).toHaveLength(1);
  });

  it('is for whoever recorded it', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());

    await expect(amara.client.doses.undo.mutate(entry(id))).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    expect(await rows()).toHaveLength(1);
  });

  it('leaves an entry that somebody else reported as well', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await expect(amara.client.doses.log.mutate(dose())).rejects.toThrow('Already given');

    await expect(maria.client.doses.undo.mutate(entry(id))).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });
    expect(await rows()).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('keeps what was wrong, and records what is right in its place', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    const right = { id: uuidV7(), status: 'given', amount: '0.5', actualAt: '2026-11-20T07:40:00Z' } as const;
    const correction = { ...entry(id), reason: 'Half of it was spat out', replacement: right };
    await amara.client.doses.correct.mutate(correction);
    await amara.client.doses.correct.mutate(correction);

    expect(await rows()).toEqual([
      {
        id,
        status: 'taken',
        amount: '1.000',
        replaces_id: null,
        error_reason: 'Half of it was spat out',
        entered_in_error_by: amara.userId,
        slot: '08:00',
        recorded_by: maria.userId,
      },
      {
        id: right.id,
        status: 'partial',
        amount: '0.500',
        replaces_id: id,
        error_reason: null,
        entered_in_error_by: null,
        slot: '08:00',
        recorded_by: amara.userId,
      },
    ]);
    const { items } = await maria.client.doses.history.query({ ...medicine, limit: 10 });
    expect(items.map(({ recordedBy, error }) => [recordedBy, error?.by, error?.reason])).toEqual([
      ['Maria', 'Amara Okafor', 'Half of it was spat out'],
      ['Amara Okafor', undefined, undefined],
    ]);
  });

  it('that nothing happened leaves the dose open', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await maria.client.doses.correct.mutate({ ...entry(id), reason: 'Wrong person', replacement: null });
    await amara.client.doses.log.mutate(dose());

    expect(await rows()).toMatchObject([{ id, error_reason: 'Wrong person' }, { error_reason: null }]);
  });

  it('needs a reason, and happens once', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    const without = maria.client.doses.correct.mutate({ ...entry(id), reason: ' ', replacement: null });
    await expect(without).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });

    await maria.client.doses.correct.mutate({ ...entry(id), reason: 'Wrong person', replacement: null });
    const second = amara.client.doses.correct.mutate({ ...entry(id), reason: 'Another', replacement: null });
    await expect(second).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
    expect(await rows()).toMatchObject([{ error_reason: 'Wrong person' }]);
  });

  it('that cannot be recorded changes nothing', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    const right = { id: uuidV7(), status: 'given', amount: '1', actualAt: '2026-11-21T08:00:00Z' } as const;
    const refused = maria.client.doses.correct.mutate({
      ...entry(id),
      reason: 'Tomorrow',
      replacement: right,
    });

    await expect(refused).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
    expect(await rows()).toMatchObject([{ id, error_reason: null }]);
  });
});

describe('in the database', () => {
  const as = { app: 'grace' };

  it('an entry that is wrong stays wrong, whoever asks', async () => {
    const { id } = await maria.client.doses.log.mutate(dose());
    await maria.client.doses.correct.mutate({ ...entry(id), reason: 'Wrong person', replacement: null });
    const again = await server.db.database.asUser({ ...as, userId: amara.userId }, (tx) =>
      tx.update(doseLog).set({ errorReason: null }).where(eq(doseLog.id, id)).returning({ id: doseLog.id }),
    );

    expect(again).toEqual([]);
    expect(await rows()).toMatchObject([{ error_reason: 'Wrong person' }]);
  });

  it.each([
    { amount: '5' },
    { actualAt: now },
    { recordedBy: null },
    { enteredInErrorAt: null },
    { status: 'skipped' as const },
  ])('nothing else of an entry can be changed: %o', async (change) => {
    const { id } = await maria.client.doses.log.mutate(dose());
    const changed = server.db.database.asUser({ ...as, userId: amara.userId }, (tx) =>
      tx.update(doseLog).set(change).where(eq(doseLog.id, id)),
    );

    await expect(changed).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
