import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import { dailyAt } from '../../testing/medicine.ts';
import { plannedMedicine } from '../../testing/planned-medicine.ts';

let server: GraceServer;
let amara: Awaited<ReturnType<typeof newHolder>>;
let profileId: string;
let doseId: string;
let sessionId: string;
beforeAll(async () => {
  server = await startGrace({ now: () => new Date('2026-11-20T08:02:00Z') });
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  amara = await newHolder(server);
  profileId = amara.profileId;
  ({ doseId, sessionId } = await recordOf(amara));
});

/** A dose that was given, and a conversation. */
async function recordOf(holder: Awaited<ReturnType<typeof newHolder>>) {
  const medicine = await plannedMedicine(server, { profileId: holder.profileId, plan: dailyAt('08:00') });
  const dose = { id: uuidV7(), ...medicine, localDate: '2026-11-20', slot: '08:00' };
  const [session] = await server.db.admin`
    insert into grace.sessions (profile_id, title, started_at)
    values (${holder.profileId}, 'The garden', '2026-11-19T10:00:00Z') returning id`;
  return { doseId: (await holder.client.doses.log.mutate(dose)).id, sessionId: String(session?.id) };
}

const write = (author: GracePerson, about: { doseId?: string; sessionId?: string }, isPrivate = false) =>
  author.client.notes.create.mutate({
    ...{ profileId, id: uuidV7(), category: 'general', body: 'Coughed afterwards.', isPrivate },
    ...about,
  });
const about = (reader: GracePerson, session?: string) =>
  reader.client.notes.about.query({ profileId, sessionId: session });
const notFound = { data: { code: 'NOT_FOUND' } };

describe('a note about a dose', () => {
  it('says so, and stands beside it', async () => {
    const note = await write(amara, { doseId });

    expect(await about(amara)).toEqual([note]);
    expect(await amara.client.notes.byId.query({ profileId, id: note.id })).toMatchObject({
      doseId,
      dose: { medicationName: 'Metformin', actualAt: '2026-11-20T08:02:00.000Z' },
    });
  });

  it('names no dose to whoever does not see the medicines', async () => {
    const note = await write(amara, { doseId });
    const ben = await newCaregiver(server, { profileId, scopes: ['notes'] });

    expect(await ben.client.notes.byId.query({ profileId, id: note.id })).toMatchObject({ dose: null });
  });

  it('is refused to an author who does not see the medicines, and for a dose of somebody else', async () => {
    const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['notes'] });
    await expect(write(ben, { doseId })).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
    const others = await recordOf(await newHolder(server));

    await expect(write(amara, { doseId: others.doseId })).rejects.toMatchObject(notFound);
    await expect(write(amara, { sessionId: others.sessionId })).rejects.toMatchObject(notFound);
    expect(await about(amara)).toEqual([]);
  });

  it('stands there no longer once it was written in error; a private one stands there for its holder alone', async () => {
    const wrong = await write(amara, { doseId });
    await amara.client.notes.mark.mutate({ profileId, id: wrong.id, isError: true });
    const own = await write(amara, { doseId }, true);
    const ben = await newCaregiver(server, { profileId, level: 'manage', scopes: ['notes', 'medications'] });

    expect(await about(amara)).toEqual([own]);
    expect(await about(ben)).toEqual([]);
  });
});

describe('a note about a conversation', () => {
  it('stands under it, and not beside doses', async () => {
    const note = await write(amara, { sessionId });

    expect(await about(amara, sessionId)).toEqual([note]);
    expect(await about(amara)).toEqual([]);
  });

  it('is refused to an author who may not read conversations; reading the notes there is in the access log', async () => {
    await write(amara, { sessionId });
    const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['notes'] });

    await expect(write(ben, { sessionId })).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });
    await expect(write(amara, { doseId, sessionId })).rejects.toMatchObject({ data: { code: 'BAD_INPUT' } });
    await about(ben, sessionId);
    expect(
      await server.db.admin`select actor_id, resource from grace.access_log where profile_id = ${profileId}`,
    ).toEqual([{ actor_id: ben.userId, resource: 'notes' }]);
  });
});
