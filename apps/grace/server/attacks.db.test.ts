import { testPush } from '@commons/api/testing';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
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

const as = <T>({ userId }: { userId: string }, run: (tx: Tx) => Promise<T>) =>
  server.db.database.asUser({ userId }, run);

async function family(level: 'view' | 'log' | 'manage' = 'manage') {
  const amara = await newHolder(server);
  const { profileId } = amara;
  const ben = await newCaregiver(server, { profileId, level, name: 'Ben' });
  const daily = await plannedMedicine(server, { profileId, plan: dailyAt('08:00') });
  const painkiller = await plannedMedicine(server, { profileId, plan: asNeeded, name: 'Paracetamol' });
  return { amara, ben, profileId, daily, painkiller };
}

describe('a caregiver with SQL of their own', () => {
  it('signs a change of a medicine with their own name', async () => {
    const { ben, profileId, daily } = await family();
    await as(ben, (tx) =>
      tx.execute(sql`
        insert into grace.medication_changes (profile_id, medication_id, actor_name, action, changes, effective_at)
        values (${profileId}, ${daily.medicationId}, 'Dr Shah', 'edited', '[]', now())`),
    );
    const [line] = await server.db.admin`
      select actor_name from grace.medication_changes where medication_id = ${daily.medicationId}`;
    expect(line).toEqual({ actor_name: 'Ben' });
  });

  it('sees to an alert under their own name', async () => {
    const { amara, ben, profileId } = await family();
    const { admin } = server.db;
    const [session] = await admin`
      insert into grace.sessions (profile_id, title, started_at) values (${profileId}, 'Talk', now()) returning id`;
    const [turn] = await admin`
      insert into grace.chat_turns (profile_id, session_id, position, role, status)
      values (${profileId}, ${session?.id}, 1, 'person', 'complete') returning id`;
    await admin`
      insert into grace.safety_alerts (profile_id, turn_id, kind, phrase, phrases_version)
      values (${profileId}, ${turn?.id}, 'fall', 'I fell', 1)`;
    const seeTo = (tx: Tx) =>
      tx.execute(
        sql`update grace.safety_alerts set acknowledged_name = 'Amara' where profile_id = ${profileId}`,
      );
    await as(ben, seeTo);
    // The first stands, also against the holder.
    await as(amara, seeTo);
    expect(await amara.client.alerts.list.query({ profileId })).toMatchObject([{ acknowledgedName: 'Ben' }]);
  });

  it('speaks in no conversation that they may read', async () => {
    const { ben, profileId } = await family();
    const [session] = await server.db.admin`
      insert into grace.sessions (profile_id, title, started_at) values (${profileId}, 'Talk', now()) returning id`;
    const speak = (tx: Tx) =>
      tx.execute(sql`
        insert into grace.chat_turns (profile_id, session_id, position, role, status, content)
        values (${profileId}, ${session?.id}, 1, 'person', 'complete', 'I am Margaret')`);
    await expect(as(ben, speak)).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

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

  it('names whoever recorded a dose, also after they deleted their account', async () => {
    const { amara, ben, profileId, daily } = await family('log');
    const dose = { ...daily, id: uuidV7(), localDate: '2026-11-21', slot: '08:00' };
    await ben.client.doses.log.mutate(dose);
    const other = { ...dose, id: uuidV7(), localDate: '2026-11-20', slot: '08:00' };
    await amara.client.doses.log.mutate({ ...other, actualAt: '2026-11-20T08:00:00Z' });
    await ben.client.doses.correct.mutate({ ...other, reason: 'She was asleep', replacement: null });
    expect((await ben.request('/api/account/delete', { email: ben.email })).status).toBe(200);

    const { items } = await amara.client.doses.history.query({ profileId });
    expect(items.map(({ recordedBy, error }) => [recordedBy, error?.by])).toEqual([
      ['Ben', undefined],
      ['Amara Okafor', 'Ben'],
    ]);
    const { text } = await amara.client.export.csv.mutate({
      profileId,
      table: 'doses',
      hasByteOrderMark: false,
    });
    expect(text).toContain(',Ben,');
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

describe('a notice', () => {
  it('about a refill goes to nobody whose grant lost the medicines', async () => {
    const { amara, ben, profileId, daily } = await family('manage');
    await server.db.admin`
      insert into grace.notices (profile_id, user_id, kind, key, medication_id, on_day, send_at, status, sent_at)
      values (${profileId}, ${ben.userId}, 'refill_due', 'refill', ${daily.medicationId}, '2026-11-30', now(), 'sent', now())`;
    expect((await ben.client.notices.list.query({})).notices).toHaveLength(1);
    await amara.client.caregivers.change.mutate({
      profileId,
      id: ben.caregiverId,
      version: 1,
      relationship: '',
      level: 'manage',
      scopes: ['notes'],
      lastDay: '2027-05-01',
    });
    expect((await ben.client.notices.list.query({})).notices).toEqual([]);
    expect(await ben.client.notices.unread.query()).toBe(0);
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
