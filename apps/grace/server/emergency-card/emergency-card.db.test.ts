import { createHash } from 'node:crypto';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import { newMedication } from '../../testing/medicine.ts';

let server: GraceServer;
let holder: GracePerson & { profileId: string };
const content = {
  dateOfBirth: '1941-05-02',
  bloodType: 'A+',
  directives: 'No resuscitation. The paper is in the kitchen drawer.',
  language: 'English and Igbo',
  doctor: 'Dr Shah, +44 20 7946 0000',
  notes: '',
  contacts: [
    { name: 'Amara Okafor', relation: 'daughter', phone: '+44 20 7946 0018' },
    { name: 'Ben Okafor', relation: 'grandson', phone: '+44 20 7946 0019' },
  ],
} as const;
const save = (person: GracePerson, profileId: string, values: object = {}) =>
  person.client.emergencyCard.save.mutate({
    profileId,
    ...content,
    contacts: [...content.contacts],
    version: 0,
    ...values,
  });

beforeAll(async () => {
  server = await startGrace();
  holder = await newHolder(server);
  const { profileId } = holder;
  await holder.client.medications.create.mutate(newMedication(profileId));
  const allergy = { category: 'medicine', severity: 'severe', notedOn: null } as const;
  await holder.client.allergies.create.mutate({
    ...allergy,
    profileId,
    id: uuidV7(),
    substance: 'Penicillin',
    reaction: 'Swelling',
  });
  const condition = { profileId, id: uuidV7(), name: 'Diabetes', note: '', onsetOn: null, resolvedOn: null };
  await holder.client.conditions.create.mutate(condition);
  await save(holder, profileId);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });
const lines = (profileId: string) =>
  server.db.admin`
    select actor_id, actor_name, resource, via from grace.access_log where profile_id = ${profileId} order by at, id`;

describe('the card', () => {
  it('says who it is, what they have, take and do not bear, and whom to call', async () => {
    const card = await holder.client.emergencyCard.byProfile.query({ profileId: holder.profileId });

    expect(card).toMatchObject({
      ...content,
      fullName: 'Margaret Okafor',
      version: 1,
      allergies: [{ substance: 'Penicillin', reaction: 'Swelling', severity: 'severe' }],
      conditions: [{ name: 'Diabetes' }],
      medications: [{ name: 'Metformin', strength: '500 mg', isHeld: false }],
    });
    expect(card.medications[0]?.doses[0]).toContain('1 tablet, every day at');
    expect(Date.parse(card.updatedAt)).not.toBeNaN();
  });

  it('leaves out what was stopped, has passed or was entered in error, and says what is paused', async () => {
    const person = await newHolder(server);
    const { profileId, client } = person;
    const add = async () => client.medications.create.mutate(newMedication(profileId));
    const [stopped, held, wrong] = [await add(), await add(), await add()];
    const because = { profileId, from: null, at: null, reason: 'Because' } as const;
    await client.medications.stop.mutate({ ...because, id: stopped.id, version: 1, isEnteredInError: false });
    await client.medications.stop.mutate({ ...because, id: wrong.id, version: 1, isEnteredInError: true });
    await client.medications.hold.mutate({
      ...because,
      id: held.id,
      version: 1,
      holdId: uuidV7(),
      until: null,
    });
    const condition = { profileId, note: '', onsetOn: null };
    await client.conditions.create.mutate({
      ...condition,
      id: uuidV7(),
      name: 'Flu',
      resolvedOn: '2020-01-01',
    });
    const allergy = { profileId, id: uuidV7(), reaction: '', severity: 'unknown', notedOn: null } as const;
    await client.allergies.create.mutate({ ...allergy, category: 'food', substance: 'Nuts' });
    await client.allergies.markInError.mutate({
      profileId,
      id: allergy.id,
      version: 1,
      reason: 'Wrong person',
    });
    const card = await client.emergencyCard.byProfile.query({ profileId });

    expect([card.conditions, card.allergies]).toEqual([[], []]);
    expect(card.medications).toMatchObject([{ isHeld: true }]);
  });

  it('is shown to a caregiver with its scope alone, with a line in the access log and nothing else of the record', async () => {
    const { profileId } = holder;
    const eve = await newCaregiver(server, { profileId, scopes: ['emergency_card'], name: 'Eve' });
    const card = await eve.client.emergencyCard.byProfile.query({ profileId });
    const log = (await lines(profileId)).filter(({ actor_id }) => actor_id === eve.userId);

    expect(card.medications).toHaveLength(1);
    expect(log).toEqual([
      { actor_id: eve.userId, actor_name: 'Eve', resource: 'emergency_card', via: 'app' },
    ]);
    await expect(eve.client.medications.list.query({ profileId })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    const seen = await server.db.database.asUser({ userId: eve.userId, app: 'grace' }, async (tx) => {
      await tx.execute(`select grace.emergency_card('${profileId}', 'app')`);
      return tx.execute(
        `select (select count(*)::int from grace.medications) as medications, (select count(*)::int from grace.allergies) as allergies`,
      );
    });
    expect(seen[0]).toEqual({ medications: 0, allergies: 0 });
  });

  it('is closed to a caregiver without the scope, and does not exist for a stranger', async () => {
    const { profileId } = holder;
    const cara = await newCaregiver(server, { profileId, level: 'manage', scopes: ['notes', 'medications'] });
    const stranger = await server.signUp();
    const read = (person: GracePerson) => person.client.emergencyCard.byProfile.query({ profileId });

    await expect(read(cara)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(save(cara, profileId, { version: 1 })).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(read(stranger)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('that is saved from five places at once is saved from one, with the contacts of that one', async () => {
    const { profileId, ...person } = await newHolder(server);
    const contactOf = (index: number) => [{ name: `Contact ${index}`, relation: '', phone: '+44 1' }];
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        save(person, profileId, { doctor: `Contact ${index}`, contacts: contactOf(index) }),
      ),
    );
    const card = await person.client.emergencyCard.byProfile.query({ profileId });

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(card.contacts.map(({ name }) => name)).toEqual([card.doctor]);
    await expect(save(person, profileId, { version: 7 })).rejects.toMatchObject(refusedWith('STALE_VERSION'));
  });

  it('takes no phone number that nobody can call', async () => {
    const contacts = [{ name: 'Ben', relation: '', phone: 'ask Amara' }];

    await expect(save(holder, holder.profileId, { version: 1, contacts })).rejects.toMatchObject({
      data: { fields: { 'contacts.0.phone': ['Write a phone number such as +44 20 7946 0018.'] } },
    });
  });
});

describe('a link to the card', () => {
  const open = (token: string) => server.visitor.client.emergencyCard.byLink.mutate({ token });

  it('shows the card without signing in, and each opening is in the access log', async () => {
    const { profileId, client } = await newHolder(server);
    const { token } = await client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 30 });

    expect(await open(token)).toMatchObject({ fullName: 'Margaret Okafor' });
    expect(await open(token)).toMatchObject({ fullName: 'Margaret Okafor' });
    const line = {
      actor_id: null,
      actor_name: 'Somebody with the link',
      resource: 'emergency_card',
      via: 'link',
    };
    expect(await lines(profileId)).toEqual([line, line]);
    expect(await client.emergencyCard.links.query({ profileId })).toMatchObject([{ openings: 2 }]);
  });

  it('is stored as a hash, and its token is in no log', async () => {
    const { profileId, client } = await newHolder(server);
    const { token } = await client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 1 });
    await open(token);
    const [row] = await server.db.admin`select * from grace.card_links where profile_id = ${profileId}`;

    expect(row?.token_hash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(server.logText()).not.toContain(token);
  });

  it.each([
    ['was ended', `revoked_at = now()`],
    ['is over', `created_at = now() - interval '31 days', expires_at = now() - interval '1 second'`],
  ])('that %s opens nothing and leaves no line', async (_, change) => {
    const { profileId, client } = await newHolder(server);
    const { token } = await client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 30 });
    await server.db.admin.unsafe(`update grace.card_links set ${change} where profile_id = '${profileId}'`);

    await expect(open(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect(await lines(profileId)).toEqual([]);
  });

  it('is ended by the holder at once, and made or seen by nobody else', async () => {
    const { profileId, client } = await newHolder(server);
    const cara = await newCaregiver(server, { profileId, level: 'manage', scopes: ['emergency_card'] });
    const { token } = await client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 365 });
    const [link] = await client.emergencyCard.links.query({ profileId });
    const id = link?.id ?? '';

    await expect(
      cara.client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 1 }),
    ).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(cara.client.emergencyCard.links.query({ profileId })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    await expect(cara.client.emergencyCard.revokeLink.mutate({ profileId, id })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    await client.emergencyCard.revokeLink.mutate({ profileId, id });
    await expect(open(token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('is made once, however often it is sent', async () => {
    const { client, profileId } = await newHolder(server);
    const wanted = { id: uuidV7(), profileId, days: 30 as const };
    await client.emergencyCard.createLink.mutate(wanted);

    await expect(client.emergencyCard.createLink.mutate(wanted)).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });
    expect(await client.emergencyCard.links.query({ profileId })).toHaveLength(1);
  });

  it('cannot be guessed for long: one address may try twenty times a minute', async () => {
    await using strict = await startGrace();
    const attempts = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) =>
        strict.visitor.client.emergencyCard.byLink.mutate({ token: `guess ${index}` }),
      ),
    );
    const codes = attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason.data?.code);

    expect(codes.filter((code) => code === 'NOT_FOUND').length).toBeLessThanOrEqual(20);
    expect(codes).toContain('RATE_LIMITED');
  });

  it('gives a visitor no other way in', async () => {
    const attempts = [
      'select * from grace.emergency_cards',
      `select grace.emergency_card('${holder.profileId}', 'app')`,
      `select grace.compose_card('${holder.profileId}')`,
    ];
    for (const attempt of attempts) {
      await expect(server.db.database.asAnon((tx) => tx.execute(attempt))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });
});
