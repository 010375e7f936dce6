import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CareLevel, CareScope } from '../../care/schemas.ts';
import type { GracePerson } from '../../testing/family.ts';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../../testing/family.ts';
import { dailyAt, metforminFacts, newMedication } from '../../testing/medicine.ts';

let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
beforeAll(async () => {
  server = await startGrace();
  amara = await newHolder(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

type Client = GracePerson['client'];

/** A medicine, an allergy and a condition of the holder's, made anew for every attempt. */
async function arrange() {
  const { profileId, client } = amara;
  const medication = await client.medications.create.mutate(newMedication(profileId));
  const allergy = {
    profileId,
    id: uuidV7(),
    category: 'medicine',
    substance: 'Penicillin',
    reaction: 'Rash',
    severity: 'moderate',
    notedOn: null,
  } as const;
  const condition = { profileId, id: uuidV7(), name: 'Diabetes', note: '', onsetOn: null, resolvedOn: null };
  await client.allergies.create.mutate(allergy);
  await client.conditions.create.mutate(condition);
  return { profileId, seen: { profileId, id: medication.id, version: 1 }, allergy, condition };
}
type Arranged = Awaited<ReturnType<typeof arrange>>;

const now = { from: null, at: null, reason: 'Because' };
const schedule = { plan: dailyAt('09:00'), lateWindowMinutes: null };
const reads: Record<string, (client: Client, arranged: Arranged) => Promise<unknown>> = {
  'medications.list': (client, { seen }) => client.medications.list.query(seen),
  'medications.byId': (client, { seen }) => client.medications.byId.query(seen),
  'medications.changes': (client, { seen }) => client.medications.changes.query(seen),
  'allergies.list': (client, { seen }) => client.allergies.list.query(seen),
  'conditions.list': (client, { seen }) => client.conditions.list.query(seen),
};
const writes: Record<string, (client: Client, arranged: Arranged) => Promise<unknown>> = {
  'medications.create': (client, { profileId }) => client.medications.create.mutate(newMedication(profileId)),
  'medications.update': (client, { seen }) =>
    client.medications.update.mutate({
      ...seen,
      facts: { ...metforminFacts, name: 'Glucophage' },
      reason: '',
    }),
  'medications.changeSchedule': (client, { seen }) =>
    client.medications.changeSchedule.mutate({
      ...seen,
      ...now,
      scheduleId: seen.id,
      versionId: uuidV7(),
      schedule,
    }),
  'medications.addSchedule': (client, { seen }) =>
    client.medications.addSchedule.mutate({ ...seen, ...now, scheduleId: uuidV7(), schedule }),
  'medications.endSchedule': async (client, { seen }) => {
    const scheduleId = uuidV7();
    await amara.client.medications.addSchedule.mutate({ ...seen, ...now, scheduleId, schedule });
    return client.medications.endSchedule.mutate({ ...seen, ...now, version: 2, scheduleId });
  },
  'medications.hold': (client, { seen }) =>
    client.medications.hold.mutate({ ...seen, ...now, holdId: uuidV7(), until: null }),
  'medications.resume': async (client, { seen }) => {
    await amara.client.medications.hold.mutate({ ...seen, ...now, holdId: uuidV7(), until: null });
    return client.medications.resume.mutate({ ...seen, version: 2, reason: '' });
  },
  'medications.stop': (client, { seen }) =>
    client.medications.stop.mutate({ ...seen, ...now, isEnteredInError: false }),
  'medications.restart': async (client, { seen }) => {
    await amara.client.medications.stop.mutate({ ...seen, ...now, isEnteredInError: false });
    return client.medications.restart.mutate({ ...seen, version: 2, reason: '' });
  },
  'allergies.create': (client, { allergy }) => client.allergies.create.mutate({ ...allergy, id: uuidV7() }),
  'allergies.update': (client, { allergy }) =>
    client.allergies.update.mutate({ ...allergy, reaction: 'Swelling', version: 1 }),
  'allergies.markInError': (client, { allergy }) =>
    client.allergies.markInError.mutate({ ...allergy, version: 1, reason: 'It was measles' }),
  'conditions.create': (client, { condition }) =>
    client.conditions.create.mutate({ ...condition, id: uuidV7() }),
  'conditions.update': (client, { condition }) =>
    client.conditions.update.mutate({ ...condition, note: 'Type 2', version: 1 }),
  'conditions.markInError': (client, { condition }) =>
    client.conditions.markInError.mutate({ ...condition, version: 1, reason: 'Somebody else’s' }),
};

const grant = (level: CareLevel, scopes: CareScope[]) =>
  newCaregiver(server, { profileId: amara.profileId, level, scopes });
const forbidden = { data: { code: 'FORBIDDEN' } };

describe.each(Object.entries(reads))('%s', (_, read) => {
  it('is for every caregiver with the scope, and for nobody without it', async () => {
    const arranged = await arrange();
    const viewer = await grant('view', ['medications']);
    const other = await grant('manage', ['notes', 'emergency_card']);

    expect(await read(viewer.client, arranged)).toEqual(await read(amara.client, arranged));
    await expect(read(other.client, arranged)).rejects.toMatchObject(forbidden);
  });
});

describe.each(Object.entries(writes))('%s', (_, write) => {
  it('is for those who manage medicines, and refused to who logs, views or manages something else', async () => {
    const arranged = await arrange();
    for (const [level, scope] of [
      ['log', 'medications'],
      ['view', 'medications'],
      ['manage', 'notes'],
    ] as const) {
      const { client } = await grant(level, [scope]);
      await expect(write(client, await arrange())).rejects.toMatchObject(forbidden);
    }
    const manager = await grant('manage', ['medications']);
    await write(manager.client, arranged);
    await server.db.admin`update grace.caregivers set ended_at = now() where id = ${manager.caregiverId}`;

    await expect(write(manager.client, await arrange())).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    });
  });
});

it('the history names a caregiver as the others know them', async () => {
  const { seen } = await arrange();
  const manager = await newCaregiver(server, {
    profileId: amara.profileId,
    level: 'manage',
    name: 'Chidi O.',
  });
  await manager.client.medications.stop.mutate({ ...seen, ...now, isEnteredInError: false });

  expect(await amara.client.medications.changes.query({ ...seen, medicationId: seen.id })).toMatchObject([
    { actorName: 'Chidi O.', action: 'stopped', reason: 'Because' },
    { action: 'added' },
  ]);
});

it.each([
  ['one’s own', () => newHolder(server)],
  ['another of the same holder', anotherOfAmaras],
])('what hangs under a profile is not found under %s, and stays as it is', async (_, other) => {
  const { seen, allergy, condition } = await arrange();
  const ben = await other();
  const own = { profileId: ben.profileId };
  const theirs = {
    seen: { ...seen, ...own },
    allergy: { ...allergy, ...own },
    condition: { ...condition, ...own },
  };
  const facts = metforminFacts;
  const attempts = [
    () => ben.client.medications.byId.query(theirs.seen),
    () => ben.client.medications.create.mutate({ ...newMedication(ben.profileId), id: seen.id }),
    () => ben.client.medications.update.mutate({ ...theirs.seen, facts, reason: '' }),
    () => ben.client.medications.stop.mutate({ ...theirs.seen, ...now, isEnteredInError: false }),
    () => ben.client.allergies.create.mutate(theirs.allergy),
    () => ben.client.allergies.update.mutate({ ...theirs.allergy, version: 1 }),
    () => ben.client.conditions.create.mutate(theirs.condition),
    () => ben.client.conditions.update.mutate({ ...theirs.condition, version: 1 }),
  ];
  for (const attempt of attempts)
    await expect(attempt()).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });

  expect(await amara.client.medications.byId.query(seen)).toMatchObject({ version: 1, stoppedAt: null });
});

/** Whom the policies show both. */
async function anotherOfAmaras() {
  const profileId = uuidV7();
  const names = { fullName: 'Kofi Okafor', preferredName: 'Kofi' };
  await amara.client.profiles.create.mutate({
    id: profileId,
    basis: 'parent',
    ...names,
    timeZone: 'Europe/London',
  });
  return { ...amara, profileId };
}
