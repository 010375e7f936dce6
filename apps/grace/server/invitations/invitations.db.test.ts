import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsentFacts, consentText } from '../../consent/consent-text.ts';
import { dayBounds } from '../../schedule/zone.ts';
import {
  acceptAs,
  dayIn,
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
const rowsOf = (profileId: string) => server.db.admin`
  select accepted_at is not null as accepted, declined_at is not null as declined, cancelled_at is not null as cancelled
  from grace.invitations where profile_id = ${profileId} order by id`;
const grantsOf = (profileId: string) =>
  server.db
    .admin`select user_id, level, scopes from grace.caregivers where profile_id = ${profileId} order by id`;

async function family() {
  const amara = await newHolder(server);
  const ben = await server.signUp({ name: 'Ben Okafor' });
  return { amara, ben, profileId: amara.profileId };
}

describe('an invitation', () => {
  it('becomes a grant and a record that both sides read word for word', async () => {
    const { amara, ben, profileId } = await family();
    const lastDay = dayIn(200);
    const { token, endsAt } = await newInvitation(server, amara, { email: ben.email.toUpperCase(), lastDay });

    const opened = await ben.client.invitations.open.mutate({ token });
    await ben.client.invitations.accept.mutate({ token, consentHash: opened.consentHash });

    expect(await grantsOf(profileId)).toEqual([
      { user_id: ben.userId, level: 'log', scopes: ['medications', 'notes'] },
    ]);
    const [record] = await amara.client.consents.list.query({ profileId });
    expect(await ben.client.consents.list.query({ profileId })).toEqual([record]);
    const facts: ConsentFacts = {
      personName: 'Margaret Okafor',
      holderName: 'Amara Okafor',
      caregiverName: 'Ben Okafor',
      basis: 'power_of_attorney',
      level: 'log',
      scopes: ['medications', 'notes'],
      endsAt: new Date(endsAt),
      timeZone: 'Europe/London',
    };
    expect(opened.consentText).toBe(consentText(facts));
    expect(record).toMatchObject({
      event: 'granted',
      text: opened.consentText,
      textHash: opened.consentHash,
    });
    expect(new Date(endsAt).getTime()).toBe(dayBounds('Europe/London', lastDay).end);
  });

  it('keeps its secret out of the database, the log and every address', async () => {
    const { amara, ben, profileId } = await family();
    const { token } = await newInvitation(server, amara, { email: ben.email });
    await acceptAs(ben, token);

    const rows = await server.db.admin`
      select to_jsonb(one)::text as row from grace.invitations as one where profile_id = ${profileId}
      union all select to_jsonb(line)::text from public.audit_log as line
      union all select data::text from pgboss.job`;
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    expect(server.logText()).not.toContain(token);
  });

  it('says nothing to whoever has the link without the address', async () => {
    const { amara, ben, profileId } = await family();
    const { token } = await newInvitation(server, amara, { email: ben.email });
    const thief = await server.signUp({ name: 'Ben Okafor' });
    const consentHash = 'a'.repeat(64);

    for (const attempt of [
      () => thief.client.invitations.open.mutate({ token }),
      () => thief.client.invitations.accept.mutate({ token, consentHash }),
      () => thief.client.invitations.decline.mutate({ token }),
    ]) {
      await expect(attempt()).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    }
    expect(await rowsOf(profileId)).toEqual([{ accepted: false, declined: false, cancelled: false }]);
    await acceptAs(ben, token);
  });

  it('needs the link: the address alone opens nothing', async () => {
    const { amara, ben } = await family();
    const { token } = await newInvitation(server, amara, { email: ben.email });
    const { consentHash } = await ben.client.invitations.open.mutate({ token });

    await expect(
      ben.client.invitations.accept.mutate({ token: 'A'.repeat(43), consentHash }),
    ).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(acceptAs(ben, 'A'.repeat(43))).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(ben.client.invitations.list.query({ profileId: amara.profileId })).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );
  });

  it.each(['accepted', 'declined', 'cancelled', 'expired'])(
    'that was %s opens nothing any more',
    async (how) => {
      const { amara, ben, profileId } = await family();
      const { id, token } = await newInvitation(server, amara, { email: ben.email });
      const { consentHash } = await ben.client.invitations.open.mutate({ token });
      if (how === 'accepted') {
        await acceptAs(ben, token);
        const [grant] = (await amara.client.caregivers.list.query({ profileId })).standing;
        await amara.client.caregivers.end.mutate({ profileId, id: grant?.id ?? '' });
      }
      if (how === 'declined') await ben.client.invitations.decline.mutate({ token });
      if (how === 'cancelled') await amara.client.invitations.cancel.mutate({ profileId, id });
      if (how === 'expired')
        await server.db.admin`update grace.invitations set expires_at = now() where id = ${id}`;
      const before = await rowsOf(profileId);

      await expect(ben.client.invitations.accept.mutate({ token, consentHash })).rejects.toMatchObject(
        refusedWith('NOT_FOUND'),
      );
      await expect(ben.client.invitations.open.mutate({ token })).rejects.toMatchObject(
        refusedWith('NOT_FOUND'),
      );
      expect(await rowsOf(profileId)).toEqual(before);
      expect((await amara.client.caregivers.list.query({ profileId })).standing).toEqual([]);
      const [shown] = await amara.client.invitations.list.query({ profileId });
      expect(shown?.state).toBe(how);
      if (how !== 'expired') {
        await expect(amara.client.invitations.cancel.mutate({ profileId, id })).rejects.toMatchObject(
          refusedWith('CONFLICT'),
        );
      }
    },
  );

  it('is accepted once, however many try at the same moment', async () => {
    const { amara, ben, profileId } = await family();
    const { token } = await newInvitation(server, amara, { email: ben.email });
    const { consentHash } = await ben.client.invitations.open.mutate({ token });

    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => ben.client.invitations.accept.mutate({ token, consentHash })),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await grantsOf(profileId)).toHaveLength(1);
    expect(await ben.client.consents.list.query({})).toHaveLength(1);
  });

  it('is either accepted or cancelled when both happen at the same moment', async () => {
    const { amara, ben, profileId } = await family();
    const { id, token } = await newInvitation(server, amara, { email: ben.email });
    const { consentHash } = await ben.client.invitations.open.mutate({ token });

    const [accepted, cancelled] = await Promise.allSettled([
      ben.client.invitations.accept.mutate({ token, consentHash }),
      amara.client.invitations.cancel.mutate({ profileId, id }),
    ]);

    expect([accepted.status, cancelled.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await grantsOf(profileId)).toHaveLength(accepted.status === 'fulfilled' ? 1 : 0);
  });

  it('is not accepted with a text that was not the one that was read', async () => {
    const { amara, ben, profileId } = await family();
    const { token } = await newInvitation(server, amara, { email: ben.email });

    await expect(
      ben.client.invitations.accept.mutate({ token, consentHash: 'b'.repeat(64) }),
    ).rejects.toMatchObject(refusedWith('STALE_VERSION'));
    expect(await grantsOf(profileId)).toEqual([]);
  });

  it('gives the holder no grant, and somebody who takes part no second one', async () => {
    const { amara, ben, profileId } = await family();
    await expect(newInvitation(server, amara, { email: amara.email })).rejects.toMatchObject(
      refusedWith('BAD_INPUT'),
    );
    const { id, token } = await newInvitation(server, amara, { email: ben.email });
    await server.db.admin`update grace.invitations set email = ${amara.email} where id = ${id}`;
    await expect(acceptAs(amara, token)).rejects.toMatchObject(refusedWith('CONFLICT'));
    await server.db.admin`update grace.invitations set email = ${ben.email} where id = ${id}`;
    await acceptAs(ben, token);

    await expect(newInvitation(server, amara, { email: ben.email })).rejects.toMatchObject(
      refusedWith('BAD_INPUT'),
    );
    const kim = await newCaregiver(server, { profileId });
    const second = await newInvitation(server, amara, { email: kim.email });
    await expect(acceptAs(kim, second.token)).rejects.toMatchObject(refusedWith('CONFLICT'));
    expect(await grantsOf(profileId)).toHaveLength(2);
  });

  it('follows a grant that has run out', async () => {
    const { amara, ben, profileId } = await family();
    await acceptAs(ben, (await newInvitation(server, amara, { email: ben.email })).token);
    await server.db.admin`
      update grace.caregivers set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'
      where profile_id = ${profileId}`;
    await expect(ben.client.profiles.byId.query({ id: profileId })).rejects.toMatchObject(
      refusedWith('NOT_FOUND'),
    );

    await acceptAs(ben, (await newInvitation(server, amara, { email: ben.email, level: 'view' })).token);

    const team = await amara.client.caregivers.list.query({ profileId });
    expect(team.standing.map(({ level }) => level)).toEqual(['view']);
    expect(team.former).toHaveLength(1);
  });

  it('replaces an earlier one of the same address', async () => {
    const { amara, ben, profileId } = await family();
    const first = await newInvitation(server, amara, { email: ben.email });
    const second = await newInvitation(server, amara, { email: ben.email, level: 'view' });

    await expect(acceptAs(ben, first.token)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await acceptAs(ben, second.token);
    expect(await grantsOf(profileId)).toMatchObject([{ level: 'view' }]);
  });

  it('comes from the holder alone, in their own name', async () => {
    const { amara, profileId } = await family();
    const manager = await newCaregiver(server, {
      profileId,
      level: 'manage',
      scopes: ['medications', 'notes'],
    });
    await expect(
      newInvitation(server, { ...manager, profileId }, { email: 'thief@example.org' }),
    ).rejects.toMatchObject(refusedWith('FORBIDDEN'));

    const { email } = await server.signUp();
    const { id } = await newInvitation(server, amara, { email });
    const [row] = await server.db
      .admin`select granted_by, basis, person_name from grace.invitations where id = ${id}`;
    expect(row).toEqual({
      granted_by: amara.userId,
      basis: 'power_of_attorney',
      person_name: 'Margaret Okafor',
    });
  });

  it.each([
    ['yesterday', '2020-01-01'],
    ['in many years', '2120-01-01'],
  ])('that ends %s is refused with words for its field', async (_when, lastDay) => {
    const { amara, ben } = await family();
    await expect(newInvitation(server, amara, { email: ben.email, lastDay })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { lastDay: [expect.stringMatching(/Choose a day/)] } },
    });
  });

  it('is handed over as a link where no mail reaches anybody', async () => {
    await using silent = await startGrace({ deliver: undefined });
    const amara = await newHolder(silent);
    const ben = await silent.signUp();
    const { link } = await amara.client.invitations.create.mutate({
      id: uuidV7(),
      profileId: amara.profileId,
      email: ben.email,
      name: 'Ben',
      relationship: '',
      level: 'view',
      scopes: ['notes'],
      lastDay: dayIn(300),
    });

    expect(link).toMatch(/\/grace\/invitation#[\w-]{43}$/);
    await acceptAs(ben, new URL(link ?? '').hash.slice(1));
    expect(await ben.client.profiles.list.query()).toHaveLength(1);
  });
});
