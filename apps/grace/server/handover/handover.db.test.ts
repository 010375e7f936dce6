import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dayIn,
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import { dailyAt, newMedication } from '../../testing/medicine.ts';
import { plannedMedicine } from '../../testing/planned-medicine.ts';

let server: GraceServer;
let now = new Date('2026-11-20T06:00:00Z');
beforeAll(async () => {
  server = await startGrace({ now: () => now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const note = (author: GracePerson, profileId: string, body: string, isPrivate = false) =>
  author.client.notes.create.mutate({ profileId, id: uuidV7(), category: 'general', body, isPrivate });
const look = (person: GracePerson, profileId: string) => person.client.handover.since.query({ profileId });

describe('a handover', () => {
  it('shows what others wrote and did since one’s own mark, and nothing twice', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['notes', 'medications'] });
    await note(holder, profileId, 'Slept badly.');
    await note(holder, profileId, 'For me alone.', true);
    await note(ben, profileId, 'My own words.');
    await holder.client.medications.create.mutate(newMedication(profileId));
    now = new Date();
    const first = await look(ben, profileId);

    expect(first).toMatchObject({ isFirst: true, chats: null });
    expect(first.notes?.map(({ body }) => body)).toEqual(['Slept badly.']);
    expect(first.planChanges).toMatchObject([{ medicationName: 'Metformin', action: 'added' }]);

    await ben.client.handover.markRead.mutate({ profileId, until: first.until });
    now = new Date();
    expect(await look(ben, profileId)).toMatchObject({ isFirst: false, notes: [], planChanges: [] });
    expect(await look(holder, profileId)).toMatchObject({
      isFirst: true,
      notes: [{ body: 'My own words.' }],
    });
  });

  it('says of a part that is longer than what it shows that there is more', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'view', scopes: ['notes'] });
    await note(holder, profileId, 'Slept badly.');
    now = new Date();
    expect((await look(ben, profileId)).cut).toEqual([]);
    await server.db.admin`
      insert into grace.notes (profile_id, author_id, author_name, category, body)
      select ${profileId}, author_id, author_name, category, 'Slept badly again.'
      from grace.notes, generate_series(1, 50) where profile_id = ${profileId}`;
    now = new Date();
    const shown = await look(ben, profileId);

    expect(shown.cut).toEqual(['notes']);
    expect(shown.notes).toHaveLength(50);
  });

  it('keeps unread what came in after the page was shown, and never moves the mark back or ahead of time', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'view', scopes: ['notes'] });
    const shown = await look(ben, profileId);
    await note(holder, profileId, 'Came in meanwhile.');
    await ben.client.handover.markRead.mutate({ profileId, until: shown.until });
    await ben.client.handover.markRead.mutate({ profileId, until: '2026-01-01T00:00:00.000Z' });
    now = new Date();

    expect((await look(ben, profileId)).since).toBe(shown.until);
    expect((await look(ben, profileId)).notes).toHaveLength(1);
    await ben.client.handover.markRead.mutate({ profileId, until: '2199-01-01T00:00:00.000Z' });
    expect(Date.parse((await look(ben, profileId)).since)).toBeLessThanOrEqual(Date.now());
  });

  it('shows a note again when its words are others, and not when somebody pins it', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['notes'] });
    const { id } = await note(holder, profileId, 'Slept badly.');
    now = new Date();
    const { until } = await look(ben, profileId);
    await ben.client.handover.markRead.mutate({ profileId, until });
    await holder.client.notes.pin.mutate({ profileId, id, isPinned: true });
    now = new Date(Date.now() + 1_000);
    expect((await look(ben, profileId)).notes).toEqual([]);

    const words = { category: 'general' as const, body: 'Slept badly, twice.', isPrivate: false };
    await holder.client.notes.update.mutate({ profileId, id, version: 1, ...words });
    now = new Date(Date.now() + 1_000);
    expect((await look(ben, profileId)).notes).toMatchObject([{ body: words.body, isChanged: true }]);
  });

  it('tells of doses that were missed since the mark', async () => {
    now = new Date('2026-12-01T06:00:00Z');
    const holder = await newHolder(server);
    const { profileId } = holder;
    await holder.client.medications.create.mutate(newMedication(profileId));
    now = new Date('2026-12-04T23:00:00Z');
    const { doses, until } = await look(holder, profileId);

    expect(doses?.length).toBeGreaterThan(0);
    expect(new Set(doses?.map(({ kind }) => kind))).toEqual(new Set(['missed']));
    await holder.client.handover.markRead.mutate({ profileId, until });
    expect((await look(holder, profileId)).doses).toEqual([]);
  });

  it('says who recorded a dose that did not go by the plan', async () => {
    now = new Date('2026-12-01T06:00:00Z');
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'log', name: 'Ben' });
    const { versions } = await holder.client.medications.create.mutate(newMedication(profileId));
    now = new Date('2026-12-01T08:00:00Z');
    const dose = { versionId: versions[0]?.id ?? '', localDate: '2026-12-01', slot: '08:00' };
    await ben.client.doses.skip.mutate({ id: uuidV7(), profileId, ...dose, reason: 'refused' });
    now = new Date('2026-12-01T09:00:00Z');

    expect((await look(holder, profileId)).doses).toMatchObject([{ kind: 'skipped', by: 'Ben' }]);
  });

  it('tells of a dose when its report comes in, however long ago it was given', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId, client } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'log', name: 'Ben' });
    const { versionId } = await plannedMedicine(server, { profileId, plan: dailyAt('08:00') });
    const { until } = await look(holder, profileId);
    await client.handover.markRead.mutate({ profileId, until });
    // Ben's phone was without a connection for three days.
    const localDate = dayIn(-3);
    const planned = { profileId, versionId, localDate, slot: '08:00' };
    const actualAt = `${localDate}T12:00:00.000Z`;
    await ben.client.doses.log.mutate({ id: uuidV7(), ...planned, actualAt });
    now = new Date(Date.now() + 1_000);

    const { doses } = await look(holder, profileId);
    expect(doses?.filter(({ by }) => by === 'Ben')).toMatchObject([{ kind: 'late', actualAt }]);
  });

  it('shows each part within its scope alone, and every reading of notes is in the access log', async () => {
    now = new Date();
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, scopes: ['notes'] });
    const cara = await newCaregiver(server, { profileId, scopes: ['medications'] });

    expect(await look(ben, profileId)).toMatchObject({ doses: null, planChanges: null, chats: null });
    expect(await look(cara, profileId)).toMatchObject({ notes: null, chats: null });
    expect(
      await server.db.admin`select actor_id, resource from grace.access_log where profile_id = ${profileId}`,
    ).toEqual([{ actor_id: ben.userId, resource: 'notes' }]);
  });
});
