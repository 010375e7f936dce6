import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { asNeeded, type PlannedMedicine, plannedMedicine } from '../../testing/planned-medicine.ts';

let now = new Date();
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
  medicine = await plannedMedicine(server, {
    profileId: amara.profileId,
    plan: asNeeded,
    name: 'Paracetamol',
  });
});

const at = (time: string) => {
  now = new Date(time);
};
const report = (more: object = {}) => ({ id: uuidV7(), ...medicine, reason: 'Headache', ...more });
const taken = () => server.db.admin`
  select id, amount, override_reason from grace.dose_log where medication_id = ${medicine.medicationId} order by actual_at`;

describe('a medicine taken as needed', () => {
  it('says how long ago the last dose was, and how much in the 24 hours before, over midnight', async () => {
    at('2026-11-20T20:00:00Z');
    await maria.client.doses.logAsNeeded.mutate(report());
    at('2026-11-21T01:00:00Z');
    await maria.client.doses.logAsNeeded.mutate(report());
    at('2026-11-21T06:00:00Z');

    expect(await amara.client.doses.prnStatus.query(medicine)).toEqual({
      lastAt: '2026-11-21T01:00:00.000Z',
      msSinceLast: undefined,
      amountIn24h: '4',
      isBlocked: false,
      blockedBy: null,
      allowedFrom: '2026-11-21T06:00:00.000Z',
      isLastAllowed: false,
    });
    at('2026-11-21T20:00:01Z');
    expect(await amara.client.doses.prnStatus.query(medicine)).toMatchObject({ amountIn24h: '2' });
  });

  it('is refused too soon, and recorded with a typed reason that the audit log knows of', async () => {
    at('2026-11-20T08:00:00Z');
    await maria.client.doses.logAsNeeded.mutate(report());
    at('2026-11-20T11:59:00Z');
    const soon = report();

    await expect(maria.client.doses.logAsNeeded.mutate(soon)).rejects.toMatchObject({
      data: {
        code: 'CONFLICT',
        details: { kind: 'prn_limit', blockedBy: 'interval', allowedFrom: '2026-11-20T12:00:00.000Z' },
      },
    });
    await expect(
      maria.client.doses.logAsNeeded.mutate({ ...soon, overrideReason: ' ' }),
    ).rejects.toMatchObject({
      data: { code: 'BAD_INPUT' },
    });
    expect(await taken()).toHaveLength(1);

    await maria.client.doses.logAsNeeded.mutate({ ...soon, overrideReason: 'Dr Shah said so' });
    expect(await taken()).toMatchObject([
      { override_reason: null },
      { id: soon.id, override_reason: 'Dr Shah said so' },
    ]);
    const trail = await server.db.admin`
      select user_id, resource_id, details from public.audit_log where action = 'prn_limit_overridden'`;
    expect(trail).toEqual([
      {
        user_id: maria.userId,
        resource_id: soon.id,
        details: { medicationId: medicine.medicationId, blockedBy: 'interval' },
      },
    ]);
  });

  it('warns of the last allowed dose, and refuses the one beyond it', async () => {
    for (const time of ['00:00', '04:00', '08:00']) {
      at(`2026-11-20T${time}:00Z`);
      await maria.client.doses.logAsNeeded.mutate(report());
    }
    at('2026-11-20T12:00:00Z');
    expect(await maria.client.doses.prnStatus.query(medicine)).toMatchObject({
      isLastAllowed: true,
      isBlocked: false,
    });
    const last = report();
    await maria.client.doses.logAsNeeded.mutate(last);
    // Its answer was lost, and it is sent again: it is not one more.
    await maria.client.doses.logAsNeeded.mutate(last);
    at('2026-11-20T16:00:00Z');

    await expect(maria.client.doses.logAsNeeded.mutate(report())).rejects.toMatchObject({
      data: { details: { blockedBy: 'amount', amountIn24h: '8', allowedFrom: '2026-11-21T00:00:00.000Z' } },
    });
    expect(await taken()).toHaveLength(4);
    // What is wrong in the log counts no longer.
    const wrong = { ...last, reason: 'It fell on the floor', replacement: null };
    await maria.client.doses.correct.mutate(wrong);
    await maria.client.doses.logAsNeeded.mutate(report());
  });

  it('cannot pass its limit by two caregivers at once', async () => {
    at('2026-11-20T08:00:00Z');
    const waiting = () => server.db.admin`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const { answers } = await server.db.admin.begin(async (holder) => {
      // The log can be read and not written: whoever looks before another has recorded has done so by the end of this.
      await holder`lock table grace.dose_log in exclusive mode`;
      const reports = [amara, maria, amara, maria].map((person) =>
        person.client.doses.logAsNeeded.mutate(report()),
      );
      const settled = Promise.allSettled(reports);
      await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(reports.length);
      return { answers: settled };
    });

    expect((await answers).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await taken()).toHaveLength(1);
  });

  it('counts planned doses of the same medicine', async () => {
    at('2026-11-20T08:00:00Z');
    await server.db.admin`
      insert into grace.dose_log (id, profile_id, medication_id, version_id, actual_at, status, amount, unit)
      values (${uuidV7()}, ${medicine.profileId}, ${medicine.medicationId}, ${medicine.versionId}, '2026-11-20T01:00:00Z', 'taken', 7, 'tablet')`;

    await expect(maria.client.doses.logAsNeeded.mutate(report())).rejects.toMatchObject({
      data: { details: { blockedBy: 'amount' } },
    });
  });
});

describe('whether it helped', () => {
  it('is answered once, and shown with the dose', async () => {
    at('2026-11-20T08:00:00Z');
    const { id } = await maria.client.doses.logAsNeeded.mutate(report());
    const answer = { profileId: amara.profileId, administrationId: id, effect: 'helped_a_little' } as const;
    await maria.client.doses.recordEffect.mutate(answer);
    await maria.client.doses.recordEffect.mutate(answer);

    const other = amara.client.doses.recordEffect.mutate({ ...answer, effect: 'did_not_help' });
    await expect(other).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
    const { items } = await amara.client.doses.history.query({ ...medicine, limit: 1 });
    expect(items).toMatchObject([{ id, effect: 'helped_a_little', prnReason: 'Headache' }]);
  });
});
