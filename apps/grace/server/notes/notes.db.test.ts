import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../../testing/family.ts';
import type { CreateNote } from './schemas.ts';

let server: GraceServer;
let holder: GracePerson & { profileId: string };
let ben: GracePerson;
beforeAll(async () => {
  server = await startGrace();
  holder = await newHolder(server);
  ben = await newCaregiver(server, { profileId: holder.profileId, level: 'log', scopes: ['notes'] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });

async function write(author: GracePerson, values: Partial<CreateNote> = {}) {
  const note = { id: uuidV7(), profileId: holder.profileId, category: 'general', isPrivate: false } as const;
  return author.client.notes.create.mutate({ ...note, body: 'Slept well.', ...values });
}
const read = (reader: GracePerson, id: string) =>
  reader.client.notes.byId.query({ profileId: holder.profileId, id });
const listed = async (reader: GracePerson, filter: object = {}) =>
  (await reader.client.notes.list.query({ profileId: holder.profileId, ...filter })).items.map(
    ({ body }) => body,
  );

describe('a note', () => {
  it('that is sent ten times at once with one id is there once, signed with the name in the grant', async () => {
    const id = uuidV7();
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(ben, { id })));

    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await read(holder, id)).toMatchObject({ authorName: 'Ben Okafor', isMine: false, version: 1 });
  });

  it('keeps every wording it has had, whoever reads it', async () => {
    const { id } = await write(ben, { body: 'One fall.' });
    const change = { profileId: holder.profileId, id, category: 'symptom', isPrivate: false } as const;
    await ben.client.notes.update.mutate({ ...change, body: 'Two falls.', version: 1 });
    await ben.client.notes.mark.mutate({ profileId: holder.profileId, id, isError: true });
    const { revisions, ...note } = await read(holder, id);

    expect(note).toMatchObject({ body: 'Two falls.', category: 'symptom', isError: true, version: 3 });
    expect(revisions.map(({ version, body, isError }) => [version, body, isError])).toEqual([
      [3, 'Two falls.', true],
      [2, 'Two falls.', false],
      [1, 'One fall.', false],
    ]);
  });

  it('that is saved from five places at once is saved from one, and nothing is lost', async () => {
    const note = await write(ben);
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        ben.client.notes.update.mutate({ ...note, profileId: holder.profileId, body: `Attempt ${index}` }),
      ),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');

    expect(refused).toHaveLength(4);
    for (const { reason } of refused) expect(reason).toMatchObject(refusedWith('STALE_VERSION'));
    expect((await read(holder, note.id)).revisions).toHaveLength(2);
  });

  it('is changed by its author alone; the others pin it', async () => {
    const { id } = await write(ben, { body: 'Ben’s words' });
    const noteId = { profileId: holder.profileId, id };
    const change = { ...noteId, category: 'mood', body: 'Not his', isPrivate: false, version: 1 } as const;

    await expect(holder.client.notes.update.mutate(change)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(holder.client.notes.mark.mutate({ ...noteId, isError: true })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
    expect(await holder.client.notes.pin.mutate({ ...noteId, isPinned: true })).toMatchObject({
      isPinned: true,
      version: 1,
    });
  });

  it('is changed by nobody else past the server either', async () => {
    const { id } = await write(ben, { body: 'Ben’s words' });
    const update = server.db.database.asUser({ userId: holder.userId, app: 'grace' }, (tx) =>
      tx.execute(`update grace.notes set body = 'Not his' where id = '${id}'`),
    );

    await expect(update).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await read(holder, id)).toMatchObject({ body: 'Ben’s words' });
  });

  it('leaves a line in the audit log of whoever writes, changes or withdraws it', async () => {
    const { id } = await write(ben);
    await ben.client.notes.mark.mutate({ profileId: holder.profileId, id, isError: true });
    const lines = await server.db
      .admin`select user_id, action from public.audit_log where resource_id = ${id} order by "timestamp"`;

    expect(lines).toEqual([
      { user_id: ben.userId, action: 'note_written' },
      { user_id: ben.userId, action: 'note_marked_as_error' },
    ]);
  });
});

describe('a private note', () => {
  it('is invisible to every caregiver, whatever their level, and stays so to whoever has opened the notes', async () => {
    const carla = await newCaregiver(server, {
      profileId: holder.profileId,
      level: 'manage',
      scopes: ['notes', 'medications', 'chat_summaries', 'chat_transcripts', 'emergency_card'],
    });
    const { id } = await write(holder, { body: 'Nobody must know of this.', isPrivate: true });

    expect(await listed(holder, { search: 'nobody must know' })).toEqual(['Nobody must know of this.']);
    expect(await listed(carla, { search: 'nobody must know' })).toEqual([]);
    await expect(read(carla, id)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(
      carla.client.notes.pin.mutate({ profileId: holder.profileId, id, isPinned: true }),
    ).rejects.toMatchObject(refusedWith('NOT_FOUND'));
  });

  it('takes what it said before along, and leaves the private wordings behind when it is opened', async () => {
    const { id } = await write(holder, { body: 'First' });
    const change = { profileId: holder.profileId, id, category: 'general' } as const;
    await holder.client.notes.update.mutate({ ...change, body: 'Second', isPrivate: true, version: 1 });
    await expect(read(ben, id)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await holder.client.notes.update.mutate({ ...change, body: 'Third', isPrivate: false, version: 2 });

    expect((await read(ben, id)).revisions.map(({ body }) => body)).toEqual(['Third']);
    expect((await read(holder, id)).revisions.map(({ body }) => body)).toEqual(['Third', 'Second', 'First']);
  });

  it('is the holder’s to write', async () => {
    await expect(write(ben, { isPrivate: true })).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    const insert = server.db.database.asUser({ userId: ben.userId, app: 'grace' }, (tx) =>
      tx.execute(
        `insert into grace.notes (profile_id, author_id, body, is_private) values ('${holder.profileId}', '${ben.userId}', 'Hidden', true)`,
      ),
    );

    await expect(insert).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('reading and writing', () => {
  it('need the scope; a caregiver who may only look writes nothing', async () => {
    const [viewer, other] = await Promise.all([
      newCaregiver(server, { profileId: holder.profileId, level: 'view', scopes: ['notes'] }),
      newCaregiver(server, { profileId: holder.profileId, level: 'manage', scopes: ['medications'] }),
    ]);
    const note = await write(ben);

    expect(await read(viewer, note.id)).toMatchObject({ body: 'Slept well.' });
    await expect(write(viewer)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(read(other, note.id)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
    await expect(write(other)).rejects.toMatchObject(refusedWith('FORBIDDEN'));
  });

  it('end with the grant, also for one’s own notes', async () => {
    const dora = await newCaregiver(server, { profileId: holder.profileId, level: 'log', scopes: ['notes'] });
    const { id } = await write(dora);
    await server.db.admin`update grace.caregivers set ended_at = now() where id = ${dora.caregiverId}`;

    await expect(read(dora, id)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(write(dora)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    const left = await server.db.database.asUser({ userId: dora.userId, app: 'grace' }, (tx) =>
      tx.execute('select id from grace.notes'),
    );
    expect(left).toEqual([]);
    expect(await read(holder, id)).toMatchObject({ authorName: 'Ben Okafor' });
  });

  it('leave a line in the access log for each reading by a caregiver, and none for the holder’s', async () => {
    const eve = await newCaregiver(server, { profileId: holder.profileId, scopes: ['notes'], name: 'Eve' });
    const { id } = await write(holder);
    await listed(eve);
    await read(eve, id);
    await read(holder, id);
    const lines = await server.db
      .admin`select actor_name, resource, resource_id, via from grace.access_log where actor_id in (${eve.userId}, ${holder.userId}) order by at`;

    expect(lines).toEqual([
      { actor_name: 'Eve', resource: 'notes', resource_id: null, via: 'app' },
      { actor_name: 'Eve', resource: 'notes', resource_id: id, via: 'app' },
    ]);
  });

  it('show a caregiver nothing without that line', async () => {
    await write(holder);
    const seen = await server.db.database.asUser({ userId: ben.userId, app: 'grace' }, (tx) =>
      tx.execute<{ notes: string; revisions: string }>(
        `select (select count(*) from grace.notes where author_id <> '${ben.userId}') as notes, (select count(*) from grace.note_revisions) as revisions`,
      ),
    );

    expect(seen[0]).toEqual({ notes: '0', revisions: '0' });
  });
});

describe('the list', () => {
  it('has pinned notes first and every note once, page by page', async () => {
    const person = await newHolder(server);
    const ids = Array.from({ length: 7 }, () => uuidV7()).toSorted();
    for (const id of ids) {
      const note = {
        id,
        profileId: person.profileId,
        category: 'general',
        body: 'One',
        isPrivate: false,
      } as const;
      await person.client.notes.create.mutate(note);
    }
    const [, second = '', third = ''] = ids;
    for (const id of [second, third]) {
      await person.client.notes.pin.mutate({ profileId: person.profileId, id, isPinned: true });
    }
    const seen: string[] = [];
    let cursor: { isPinned: boolean; id: string } | null = null;
    do {
      const page: Awaited<ReturnType<typeof person.client.notes.list.query>> =
        await person.client.notes.list.query({ profileId: person.profileId, cursor, limit: 3 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toEqual([third, second, ...ids.filter((id) => id !== second && id !== third).reverse()]);
  });

  it('is searched as on the web, and by author, category and days where the person lives', async () => {
    const person = await newHolder(server, 'Pacific/Auckland');
    const cara = await newCaregiver(server, {
      profileId: person.profileId,
      level: 'log',
      scopes: ['notes'],
      name: 'Cara',
    });
    const add = (author: GracePerson, body: string, category: CreateNote['category']) =>
      author.client.notes.create.mutate({
        id: uuidV7(),
        profileId: person.profileId,
        category,
        body,
        isPrivate: false,
      });
    const { id } = await add(person, 'Fell beside the bed', 'symptom');
    await add(cara, 'Falling asleep early', 'sleep');
    await add(cara, 'Ate soup', 'food');
    // 23:30 on the 4th in Auckland.
    await server.db.admin`update grace.notes set created_at = '2026-03-04T10:30:00Z' where id = ${id}`;
    const find = async (filter: object) =>
      (await person.client.notes.list.query({ profileId: person.profileId, ...filter })).items.map(
        ({ body }) => body,
      );

    expect(await find({ search: 'fell' })).toEqual(['Fell beside the bed']);
    expect(await find({ search: 'falls' })).toEqual(['Falling asleep early']);
    expect(await find({ search: 'fell or soup' })).toEqual(['Ate soup', 'Fell beside the bed']);
    expect(await find({ search: 'early -asleep' })).toEqual([]);
    expect(await find({ search: '"asleep early"' })).toEqual(['Falling asleep early']);
    expect(await find({ search: `'); drop table grace.notes; --` })).toEqual([]);
    expect(await find({ authorId: cara.userId })).toEqual(['Ate soup', 'Falling asleep early']);
    expect(await find({ category: 'food' })).toEqual(['Ate soup']);
    expect(await find({ from: '2026-03-04', to: '2026-03-04' })).toEqual(['Fell beside the bed']);
    expect(await find({ from: '2026-03-05', to: '2026-03-05' })).toEqual([]);
    expect(await person.client.notes.list.query({ profileId: person.profileId })).toMatchObject({
      authors: expect.arrayContaining([
        { id: person.userId, name: 'Amara Okafor' },
        { id: cara.userId, name: 'Cara' },
      ]),
    });
  });
});

it('everybody who may see the person hears of a new note', async () => {
  let heard = 0;
  const { promise: started, resolve: onStarted } = Promise.withResolvers<void>();
  const subscription = holder.client.changes.follow.subscribe(undefined, {
    onStarted: () => onStarted(),
    onData: () => {
      heard += 1;
    },
  });
  await started;
  await write(ben);
  await vi.waitFor(() => expect(heard).toBe(1));
  subscription.unsubscribe();
});
