import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptAs,
  dayIn,
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  newInvitation,
  startGrace,
} from '../../testing/family.ts';

let server: GraceServer;
beforeAll(async () => {
  server = await startGrace();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });

async function family() {
  const amara = await newHolder(server);
  const { profileId } = amara;
  const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['medications', 'notes'] });
  return { amara, ben, profileId };
}

const ownGrant = async ({ client }: GracePerson, profileId: string) => {
  const { standing } = await client.caregivers.list.query({ profileId });
  return standing.find(({ isYou }) => isYou)?.id ?? '';
};

/** As after fifty mails in one day. */
const useUpMail = (userId: string) => server.db.admin`
  select app.take_allowance(
    jsonb_build_array(jsonb_build_object(
      'key', 'mail by ' || encode(sha256(${userId}::text::bytea), 'hex'), 'max', 50, 'windowMs', 86400000, 'wanted', 50
    )),
    false
  )`;

/** What a form that shows Ben's grant would send back. */
const grant = (profileId: string, id: string) => ({
  profileId,
  id,
  relationship: 'son',
  level: 'log' as const,
  scopes: ['medications' as const, 'notes' as const],
  lastDay: dayIn(300),
  version: 1,
});

describe('a grant', () => {
  it('is changed and renewed by the holder, and each change is on record for both sides', async () => {
    const { amara, ben, profileId } = await family();
    const same = grant(profileId, ben.caregiverId);
    await amara.client.caregivers.change.mutate({ ...same, level: 'view', scopes: ['medications'] });
    await amara.client.caregivers.change.mutate({
      ...same,
      level: 'view',
      scopes: ['medications'],
      lastDay: dayIn(400),
      version: 2,
    });

    expect(await ben.client.profiles.byId.query({ id: profileId })).toMatchObject({
      rights: { level: 'view', scopes: ['medications'] },
    });
    const records = await ben.client.consents.list.query({ profileId });
    expect(records).toEqual(await amara.client.consents.list.query({ profileId }));
    expect(records.map(({ event, level }) => [event, level])).toEqual([
      ['renewed', 'view'],
      ['changed', 'view'],
      ['granted', 'log'],
    ]);
    expect(records[1]?.text).toContain('Ben Okafor may now see:\n- Medicines and doses\n\n');
  });

  it('is not changed over what somebody else has saved', async () => {
    const { amara, ben, profileId } = await family();
    const change = grant(profileId, ben.caregiverId);
    await amara.client.caregivers.change.mutate({ ...change, level: 'manage' });

    await expect(amara.client.caregivers.change.mutate({ ...change, level: 'view' })).rejects.toMatchObject(
      refusedWith('STALE_VERSION'),
    );
    expect(await ben.client.profiles.byId.query({ id: profileId })).toMatchObject({
      rights: { level: 'manage' },
    });
  });

  it('is nobody’s to widen but the holder’s', async () => {
    const { amara, profileId } = await family();
    const manager = await newCaregiver(server, { profileId, level: 'manage', scopes: ['medications'] });
    const stranger = await server.signUp();
    const wider = { ...grant(profileId, manager.caregiverId), level: 'manage' as const };
    const before = await amara.client.caregivers.list.query({ profileId });

    await expect(manager.client.caregivers.change.mutate(wider)).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    await expect(stranger.client.caregivers.change.mutate(wider)).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );
    const bySql = await server.db.database.asUser({ userId: manager.userId }, (tx) =>
      tx.execute(
        `select grace.change_grant('${manager.caregiverId}', 1, 'manage', '{notes}', now() + interval '1 year', '1', 'Mine.') as changed`,
      ),
    );
    expect(bySql).toEqual([{ changed: false }]);
    for (const statement of [
      "update grace.caregivers set level = 'manage'",
      "update grace.caregivers set scopes = '{notes}'",
      "update grace.caregivers set ends_at = 'infinity'",
      'update grace.caregivers set ended_at = null',
    ]) {
      await expect(
        server.db.database.asUser({ userId: amara.userId }, (tx) => tx.execute(statement)),
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    expect(await amara.client.caregivers.list.query({ profileId })).toEqual(before);
  });

  it('is ended by the holder, with the invitations of the same address that wait', async () => {
    const amara = await newHolder(server);
    const { profileId } = amara;
    const ben = await server.signUp();
    await acceptAs(ben, (await newInvitation(server, amara, { email: ben.email })).token);
    const [own] = (await ben.client.caregivers.list.query({ profileId })).standing;
    // What can't be made over HTTP while he takes part.
    await server.db.admin`
      insert into grace.invitations (profile_id, email, name, level, scopes, ends_at, token_hash, consent_version, consent_text, expires_at)
      select profile_id, email, name, level, scopes, ends_at, token_hash, consent_version, consent_text, expires_at
      from grace.invitations where profile_id = ${profileId}`;
    await amara.client.caregivers.end.mutate({ profileId, id: own?.id ?? '' });

    expect(await ben.client.profiles.list.query()).toEqual([]);
    const [pending] = await amara.client.invitations.list.query({ profileId });
    expect(pending?.state).toBe('cancelled');
    const [record] = await ben.client.consents.list.query({});
    expect(record).toMatchObject({
      event: 'ended',
      text: expect.stringMatching(/^Amara Okafor ended the part/),
    });
    await expect(amara.client.caregivers.end.mutate({ profileId, id: own?.id ?? '' })).rejects.toMatchObject(
      refusedWith('CONFLICT'),
    );
  });

  it('that has ended is told to whoever had it, and to nobody who left by themselves', async () => {
    const amara = await newHolder(server);
    const { profileId } = amara;
    const [ben, kim] = [await server.signUp({ name: 'Ben' }), await server.signUp({ name: 'Kim' })];
    for (const person of [ben, kim])
      await acceptAs(person, (await newInvitation(server, amara, { email: person.email })).token);
    const [bens, kims] = [await ownGrant(ben, profileId), await ownGrant(kim, profileId)];
    await kim.client.caregivers.end.mutate({ profileId, id: kims });
    await amara.client.caregivers.end.mutate({ profileId, id: bens });

    const mail = await server.mailbox.next(ben.email);
    expect(mail.subject).toBe('You no longer take part in the care of Margaret Okafor');
    expect(mail.text).toContain('Amara Okafor has ended your part in the care of Margaret Okafor');
    expect(mail.text).toContain('/grace/consents');
    expect(
      server.mailbox.mails.filter(({ to, subject }) => to === kim.email && subject === mail.subject),
    ).toEqual([]);
  });

  it('ends although no more mail may be posted', async () => {
    const amara = await newHolder(server);
    const { profileId } = amara;
    const ben = await server.signUp();
    await acceptAs(ben, (await newInvitation(server, amara, { email: ben.email })).token);
    const id = await ownGrant(ben, profileId);
    await useUpMail(amara.userId);
    await expect(amara.client.caregivers.end.mutate({ profileId, id })).resolves.toBeUndefined();

    expect(await ben.client.profiles.list.query()).toEqual([]);
  });

  it('is left by the caregiver, who ends no other', async () => {
    const { amara, ben, profileId } = await family();
    const kim = await newCaregiver(server, { profileId, level: 'manage', name: 'Kim' });
    await expect(kim.client.caregivers.end.mutate({ profileId, id: ben.caregiverId })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    const bySql = await server.db.database.asUser({ userId: kim.userId }, (tx) =>
      tx.execute(`select grace.end_grant('${ben.caregiverId}', '1', 'Gone.') as ended`),
    );
    expect(bySql).toEqual([{ ended: false }]);

    await kim.client.caregivers.end.mutate({ profileId, id: kim.caregiverId });
    await expect(kim.client.caregivers.list.query({ profileId })).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );
    const team = await amara.client.caregivers.list.query({ profileId });
    expect(team.standing.map(({ id }) => id)).toEqual([ben.caregiverId]);
    expect(team.former.map(({ name }) => name)).toEqual(['Kim']);
    const [record] = await amara.client.consents.list.query({ profileId });
    expect(record).toMatchObject({ event: 'left', name: 'Kim' });
  });

  it('stays as it ended, and forgets only an account that is gone', async () => {
    const { amara, ben, profileId } = await family();
    const { id: other } = await server.db.createUser();
    await amara.client.caregivers.end.mutate({ profileId, id: ben.caregiverId });
    const read = async () =>
      (await server.db.admin`select * from grace.caregivers where id = ${ben.caregiverId}`)[0];
    await server.db.admin`update grace.caregivers set ended_by = ${other} where id = ${ben.caregiverId}`;
    const ended = await read();
    expect(ended?.ended_by).toBe(amara.userId);
    await server.db
      .admin`update grace.caregivers set ended_at = null, level = 'manage' where id = ${ben.caregiverId}`;
    expect(await read()).toEqual(ended);

    await server.db
      .admin`update grace.caregivers set ended_by = null, level = 'manage' where id = ${ben.caregiverId}`;
    expect(await read()).toMatchObject({ ended_by: null, level: 'log', ended_at: ended?.ended_at });
  });

  it('is shown to others in the care, and to them without those before and without addresses', async () => {
    const { amara, ben, profileId } = await family();
    const kim = await newCaregiver(server, { profileId, name: 'Kim' });
    await amara.client.caregivers.end.mutate({ profileId, id: kim.caregiverId });

    const seen = await ben.client.caregivers.list.query({ profileId });
    expect(seen.former).toEqual([]);
    expect(seen.standing).toMatchObject([{ name: 'Ben Okafor', isYou: true }]);
    expect(JSON.stringify(seen)).not.toContain('@');
    expect(await ben.client.consents.list.query({ profileId })).toHaveLength(1);
  });

  it('is shown however many went before', async () => {
    const { amara, profileId } = await family();
    const kim = await newCaregiver(server, { profileId, name: 'Kim' });
    await amara.client.caregivers.end.mutate({ profileId, id: kim.caregiverId });
    await server.db.admin`
      insert into grace.caregivers
      select (jsonb_populate_record(gone, jsonb_build_object('id', gen_random_uuid(), 'name', 'Abe'))).*
      from grace.caregivers gone, generate_series(1, 250)
      where gone.id = ${kim.caregiverId}`;

    const { standing } = await amara.client.caregivers.list.query({ profileId });
    expect(standing.map(({ name }) => name)).toEqual(['Ben Okafor']);
  });
});

describe('the order in which people are turned to', () => {
  it('is the holder’s to say, within one person', async () => {
    const { amara, ben, profileId } = await family();
    const kim = await newCaregiver(server, { profileId, name: 'Kim' });
    const elsewhere = await family();
    const order = { profileId, ids: [kim.caregiverId, ben.caregiverId, elsewhere.ben.caregiverId] };
    await expect(ben.client.caregivers.orderEscalation.mutate(order)).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    await amara.client.caregivers.orderEscalation.mutate(order);

    const { standing } = await ben.client.caregivers.list.query({ profileId });
    expect(standing.map(({ name, escalationOrder }) => [name, escalationOrder])).toEqual([
      ['Kim', 1],
      ['Ben Okafor', 2],
    ]);
    const others = await elsewhere.amara.client.caregivers.list.query({ profileId: elsewhere.profileId });
    expect(others.standing[0]?.escalationOrder).toBeNull();
    await amara.client.caregivers.orderEscalation.mutate({ profileId, ids: [ben.caregiverId] });
    const again = await ben.client.caregivers.list.query({ profileId });
    expect(again.standing.map(({ name, escalationOrder }) => [name, escalationOrder])).toEqual([
      ['Ben Okafor', 1],
      ['Kim', null],
    ]);
  });
});
