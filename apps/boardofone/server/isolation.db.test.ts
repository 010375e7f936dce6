import { proceduresOf, startTestServer, type TestPerson, type TestServer } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardofone } from '../app.ts';
import { type AppRouter, appRouter } from './router.ts';

let server: TestServer<AppRouter>;
let anna: TestPerson<AppRouter>;
const bens = { id: uuidV7(), title: 'Ben’s own', body: '' };
beforeAll(async () => {
  server = await startTestServer({ apps: [boardofone] });
  anna = await server.signUp();
  const ben = await server.signUp();
  await ben.client.notes.create.mutate(bens);
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Everything that can be asked for with an id of Ben's. */
const attempts: Record<string, object> = {
  'notes.byId': { id: bens.id },
  'notes.create': { ...bens, title: 'Mine' },
  'notes.update': { ...bens, title: 'Mine', version: 1 },
  'notes.remove': { id: bens.id },
};

/** What takes no id, and so reaches only what the session says. */
const withoutIds = ['changes.follow', 'notes.list'];

const procedures = proceduresOf(appRouter);

/** Calls a procedure as its kind asks for and returns the code of its error. */
async function codeOf(person: TestPerson<AppRouter>, path: string) {
  const [url, input] = [`/boardofone/trpc/${path}`, attempts[path] ?? {}];
  const response =
    procedures[path]?._def.type === 'mutation'
      ? await person.request(url, input)
      : await person.request(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return /"code":"([A-Z_]+)"/.exec(await response.text())?.[1];
}

const everything = async () => await server.db.admin`select * from boardofone.notes order by id`;

describe('what belongs to somebody else', () => {
  it.each(Object.keys(attempts))('is not found by %s, and nothing changes', async (path) => {
    const before = await everything();

    expect(await codeOf(anna, path)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  it('is in no list', async () => {
    expect(await anna.client.notes.list.query({})).toEqual({ items: [], nextCursor: null });
  });

  it('is tried with every procedure that takes an id', () => {
    const tried = [...Object.keys(attempts), ...withoutIds];

    expect(tried.toSorted()).toEqual(Object.keys(procedures).toSorted());
  });
});

describe('without a session', () => {
  it.each(Object.keys(procedures))('%s is refused', async (path) => {
    expect(await codeOf(server.visitor, path)).toBe('UNAUTHENTICATED');
  });
});
