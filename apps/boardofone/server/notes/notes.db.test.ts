import { startTestServer, type TestPerson, type TestServer } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { boardofone } from '../../app.ts';
import type { AppRouter } from '../router.ts';

let server: TestServer<AppRouter>;
let anna: TestPerson<AppRouter>;
beforeAll(async () => {
  server = await startTestServer({ apps: [boardofone] });
  anna = await server.signUp();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const milk = () => ({ id: uuidV7(), title: 'Milk', body: 'Two litres' });
const refusedWith = (code: string) => ({ data: { code } });

describe('a note', () => {
  it('that is created ten times at once with one id is there once', async () => {
    const note = milk();
    const created = await Promise.all(
      Array.from({ length: 10 }, () => anna.client.notes.create.mutate(note)),
    );

    expect(new Set(created.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await anna.client.notes.byId.query({ id: note.id })).toMatchObject({ ...note, version: 1 });
  });

  it('that is saved from ten places at once is saved from one', async () => {
    const note = await anna.client.notes.create.mutate(milk());
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        anna.client.notes.update.mutate({ ...note, title: `Attempt ${index}` }),
      ),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');

    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect(reason).toMatchObject(refusedWith('STALE_VERSION'));
    expect(await anna.client.notes.byId.query({ id: note.id })).toMatchObject({ version: 2 });
  });

  it('that is deleted leaves a line in the audit log, and comes back under its id', async () => {
    const note = milk();
    const { id } = await anna.client.notes.create.mutate(note);
    await anna.client.notes.remove.mutate({ id });

    await expect(anna.client.notes.byId.query({ id })).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    await expect(anna.client.notes.remove.mutate({ id })).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect(
      await server.db.admin`select user_id, action from public.audit_log where resource_id = ${id}`,
    ).toEqual([{ user_id: anna.userId, action: 'note_deleted' }]);
    expect(await anna.client.notes.create.mutate(note)).toMatchObject({ ...note, version: 1 });
  });

  it('with a blank title is refused with what to do', async () => {
    await expect(anna.client.notes.create.mutate({ ...milk(), title: ' ' })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { title: ['Give it a title.'] } },
    });
  });
});

describe('the list of notes', () => {
  it('has every note once, the newest first, page by page', async () => {
    const ben = await server.signUp();
    const ids = Array.from({ length: 7 }, () => uuidV7());
    for (const id of ids) await ben.client.notes.create.mutate({ ...milk(), id });
    const listed: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ben.client.notes.list.query>> = await ben.client.notes.list.query(
        { cursor, limit: 3 },
      );
      listed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);

    expect(listed).toEqual(ids.toSorted().reverse());
  });
});

describe('following changes', () => {
  it('tells a person’s other tabs of every change of theirs, and of nobody else’s', async () => {
    const [carla, dora] = [await server.signUp(), await server.signUp()];
    let heard = 0;
    const { promise: started, resolve: onStarted } = Promise.withResolvers<void>();
    const subscription = carla.client.changes.follow.subscribe(undefined, {
      onStarted: () => onStarted(),
      onData: () => {
        heard += 1;
      },
    });
    await started;
    await dora.client.notes.create.mutate(milk());
    const note = await carla.client.notes.create.mutate(milk());
    await vi.waitFor(() => expect(heard).toBe(1));
    await carla.client.notes.update.mutate({ ...note, title: 'Bread' });
    await vi.waitFor(() => expect(heard).toBe(2));
    await carla.client.notes.remove.mutate({ id: note.id });
    await vi.waitFor(() => expect(heard).toBe(3));
    subscription.unsubscribe();
  });
});
