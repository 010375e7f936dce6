import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stockChanges } from '../../db/schema/stock-changes.ts';
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
  now = new Date('2026-11-20T07:00:00Z');
  amara = await newHolder(server);
  const plan = dailyAt('08:00', '20:00');
  const from = '2026-11-20T00:00:00Z';
  medicine = await plannedMedicine(server, { profileId: amara.profileId, plan, from });
});

const line = (amount: string) => ({ ...medicine, id: uuidV7(), amount });
const dose = (slot: string) => ({
  ...{ id: uuidV7(), profileId: medicine.profileId, versionId: medicine.versionId },
  ...{ localDate: '2026-11-20', slot },
});
const stock = async () => {
  const [first] = await amara.client.stock.list.query(medicine);
  if (!first) throw new Error('There is no stock.');
  return first;
};

describe('stock', () => {
  it('is unknown until somebody counts', async () => {
    expect(await stock()).toMatchObject({
      left: null,
      runOutOn: null,
      refillOn: null,
      forecast: [],
      lines: [],
    });
  });

  it('goes down with each dose, and comes back with a dose that is taken back or corrected', async () => {
    await amara.client.stock.refill.mutate(line('28'));
    const [morning, evening] = [dose('08:00'), dose('20:00')];
    now = new Date('2026-11-20T08:02:00Z');
    await amara.client.doses.log.mutate(morning);
    expect((await stock()).left).toBe('27');

    await amara.client.doses.undo.mutate(morning);
    expect((await stock()).left).toBe('28');

    now = new Date('2026-11-20T20:01:00Z');
    await amara.client.doses.log.mutate({ ...evening, amount: '0.5' });
    expect((await stock()).left).toBe('27.5');

    await amara.client.doses.correct.mutate({ ...evening, reason: 'She did not take it', replacement: null });
    expect((await stock()).left).toBe('28');
  });

  it('does not go down with a dose that was skipped', async () => {
    await amara.client.stock.refill.mutate(line('28'));
    now = new Date('2026-11-20T08:02:00Z');
    await amara.client.doses.skip.mutate({ ...dose('08:00'), reason: 'asleep' });

    expect((await stock()).left).toBe('28');
  });

  it('is what somebody counted, and what came before no longer matters', async () => {
    await amara.client.stock.refill.mutate(line('28'));
    now = new Date('2026-11-20T09:00:00Z');
    await amara.client.stock.count.mutate(line('10'));
    await amara.client.doses.log.mutate({ ...dose('08:00'), actualAt: '2026-11-20T08:00:00Z' });

    expect(await stock()).toMatchObject({
      left: '10',
      lines: [
        { kind: 'count', amount: '10', after: '10', recordedBy: 'Amara Okafor' },
        { kind: 'refill', amount: '28', after: '28' },
      ],
    });
  });

  it('says when it runs out, and when to refill before days on which the pharmacy is closed', async () => {
    await server.db.admin`
      update grace.medications set refill_notice_days = 2, pharmacy_closed_weekdays = '{6,7}'
      where id = ${medicine.medicationId}`;
    await amara.client.stock.count.mutate(line('7'));

    // Two a day from today, a Friday: the seventh is that of Monday morning. Saturday and Sunday are closed.
    expect(await stock()).toMatchObject({
      left: '7',
      runOutOn: '2026-11-23',
      daysLeft: 3,
      refillOn: '2026-11-20',
      isRefillDue: true,
      isEstimate: false,
      forecast: [
        { date: '2026-11-20', left: 5 },
        { date: '2026-11-21', left: 3 },
        { date: '2026-11-22', left: 1 },
        { date: '2026-11-23', left: 0 },
      ],
    });
  });

  it('of a medicine taken as needed is an estimate', async () => {
    const prn = await plannedMedicine(server, {
      profileId: amara.profileId,
      plan: asNeeded,
      name: 'Paracetamol',
    });
    await amara.client.stock.count.mutate({ ...prn, id: uuidV7(), amount: '16' });
    now = new Date('2026-11-20T12:00:00Z');
    await amara.client.doses.logAsNeeded.mutate({ ...prn, id: uuidV7() });

    const [, paracetamol] = await amara.client.stock.list.query(medicine);
    // Two in 30 days: twelve more after them last for 180 days.
    expect(paracetamol).toMatchObject({ left: '14', isEstimate: true, daysLeft: 180 });
  });

  it('leaves out what is counted in another unit', async () => {
    await amara.client.stock.count.mutate(line('7'));
    await server.db
      .admin`update grace.stock_changes set unit = 'mg' where medication_id = ${medicine.medicationId}`;

    expect(await stock()).toMatchObject({ unit: 'tablet', left: null, lines: [] });
  });
});

describe('a line of the ledger', () => {
  it('counts once, however often it is sent', async () => {
    const refill = line('28');
    await amara.client.stock.refill.mutate(refill);
    await amara.client.stock.refill.mutate(refill);

    expect((await stock()).left).toBe('28');
  });

  it('can be taken back once; it stays readable, with who took it back', async () => {
    const refill = line('28');
    await amara.client.stock.count.mutate(line('3'));
    now = new Date('2026-11-20T07:05:00Z');
    await amara.client.stock.refill.mutate(refill);
    await amara.client.stock.takeBack.mutate(refill);
    await amara.client.stock.takeBack.mutate(refill);

    expect(await stock()).toMatchObject({
      left: '3',
      lines: [{ id: refill.id, isTakenBack: true, after: null }, { isTakenBack: false }],
    });
    const [row] = await server.db
      .admin`select taken_back_by from grace.stock_changes where id = ${refill.id}`;
    expect(row).toEqual({ taken_back_by: amara.userId });
  });

  it.each(['0', '-1', '1,5', 'many'])('of %j is refused with words', async (amount) => {
    await expect(amara.client.stock.refill.mutate(line(amount))).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { amount: [expect.any(String)] } },
    });
  });

  it('may say that nothing is left', async () => {
    await amara.client.stock.count.mutate(line('0'));

    expect(await stock()).toMatchObject({ left: '0', daysLeft: 0 });
  });
});

describe('a caregiver', () => {
  const grant = (level: 'view' | 'log') => newCaregiver(server, { profileId: amara.profileId, level });

  it('who may only look sees the stock and changes nothing, whatever they send', async () => {
    const ben = await grant('view');
    const refill = line('28');
    await amara.client.stock.refill.mutate(refill);

    expect(await ben.client.stock.list.query(medicine)).toMatchObject([{ left: '28' }]);
    await expect(ben.client.stock.count.mutate(line('1'))).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    await expect(ben.client.stock.takeBack.mutate(refill)).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
    await expect(
      server.db.database.asUser({ userId: ben.userId, app: 'grace' }, (tx) =>
        tx.insert(stockChanges).values({ ...line('1'), kind: 'count', unit: 'tablet', at: new Date() }),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('who logs doses refills too, under their own name', async () => {
    const ben = await grant('log');
    await ben.client.stock.refill.mutate(line('28'));

    expect((await stock()).lines).toMatchObject([{ recordedBy: 'Ben Okafor' }]);
  });

  it('without the medicines sees none of it', async () => {
    const nora = await newCaregiver(server, { profileId: amara.profileId, scopes: ['notes'] });

    await expect(nora.client.stock.list.query(medicine)).rejects.toMatchObject({
      data: { code: 'FORBIDDEN' },
    });
  });
});
