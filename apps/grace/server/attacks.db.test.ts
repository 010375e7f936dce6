import { testPush } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { asNeeded, plannedMedicine } from '../testing/planned-medicine.ts';

const now = new Date('2026-11-21T12:00:00Z');
let server: GraceServer;
beforeAll(async () => {
  server = await startGrace({ now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

async function family(level: 'view' | 'log' | 'manage' = 'manage') {
  const amara = await newHolder(server);
  const { profileId } = amara;
  const ben = await newCaregiver(server, { profileId, level, name: 'Ben' });
  const daily = await plannedMedicine(server, { profileId, plan: dailyAt('08:00') });
  const painkiller = await plannedMedicine(server, { profileId, plan: asNeeded, name: 'Paracetamol' });
  return { amara, ben, profileId, daily, painkiller };
}

describe('the dose log', () => {
  it('takes no dose as given that is planned for another year', async () => {
    const { ben, daily } = await family('log');
    const dose = { ...daily, id: uuidV7(), localDate: '2027-11-21', slot: '08:00' };
    await expect(ben.client.doses.log.mutate(dose)).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
  });

  it('goes beyond the limits by no correction that does not say so', async () => {
    const { ben, painkiller } = await family('log');
    const dose = { ...painkiller, id: uuidV7(), reason: 'Headache' };
    await ben.client.doses.logAsNeeded.mutate(dose);
    const more = {
      id: uuidV7(),
      status: 'given',
      amount: '20',
      actualAt: now.toISOString(),
    } as const;
    await ben.client.doses.correct.mutate({ ...dose, reason: 'It was more', replacement: more });
    const [entry] = await server.db.admin`select override_reason from grace.dose_log where id = ${more.id}`;
    const trail = await server.db.admin`
      select user_id from public.audit_log where action = 'prn_limit_overridden' and resource_id = ${more.id}`;
    expect(entry).toEqual({ override_reason: 'It was more' });
    expect(trail).toEqual([{ user_id: ben.userId }]);
  });
});

describe('an account that is deleted', () => {
  it('takes the record of its holder along, with corrections and second reports in it', async () => {
    const { amara, ben, profileId, daily } = await family('log');
    const dose = { ...daily, id: uuidV7(), localDate: '2026-11-21', slot: '08:00' };
    await ben.client.doses.log.mutate(dose);
    await amara.client.doses.log.mutate({ ...dose, id: uuidV7() }).catch(() => undefined);
    await amara.client.doses.correct.mutate({
      ...dose,
      reason: 'Half',
      replacement: { id: uuidV7(), status: 'given', amount: '0.5', actualAt: now.toISOString() },
    });
    expect((await amara.request('/api/account/delete', { email: amara.email })).status).toBe(200);
    expect(await server.db.admin`select id from grace.dose_log where profile_id = ${profileId}`).toEqual([]);
    await expect(ben.client.doses.history.query({ profileId })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
  });
});

describe('an exported record', () => {
  it('tells a caregiver nothing of those who took part before', async () => {
    const { amara, ben, profileId } = await family('view');
    const eve = await newCaregiver(server, { profileId, name: 'Eve' });
    await amara.client.caregivers.end.mutate({ profileId, id: eve.caregiverId });
    const { text } = await ben.client.export.json.mutate({ profileId });
    const fhir = await ben.client.export.fhir.mutate({ profileId });
    expect(text).not.toContain('Eve');
    expect(fhir.text).not.toContain('Eve');
    expect((await amara.client.export.json.mutate({ profileId })).text).toContain('Eve');
  });
});

describe('a person', () => {
  it('has no more devices than a person has', async () => {
    const { ben } = await family();
    const push = testPush();
    const add = () =>
      ben.client.push.add.mutate({ id: uuidV7(), subscription: push.device().subscription, name: 'Phone' });
    for (let count = 0; count < 20; count += 1) await add();
    await expect(add()).rejects.toMatchObject({ data: { code: 'CONFLICT' } });
  });
});
