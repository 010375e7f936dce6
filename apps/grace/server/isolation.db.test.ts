import { proceduresOf } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GracePerson, type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { graceRouter } from './router.ts';

let server: GraceServer;
let anna: GracePerson;
let bens: Awaited<ReturnType<typeof newHolder>>;
beforeAll(async () => {
  server = await startGrace();
  anna = await server.signUp();
  bens = await newHolder(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const person = {
  fullName: 'Mine',
  preferredName: 'Mine',
  timeZone: 'Europe/London',
};

/** Everything that can be asked for with an id of Ben's. */
const attempts: Record<string, () => object> = {
  'profiles.byId': () => ({ id: bens.profileId }),
  'profiles.create': () => ({ id: bens.profileId, basis: 'guardian', ...person }),
  'profiles.update': () => ({
    id: bens.profileId,
    ...person,
    photo: null,
    isDiscreet: true,
    isPlain: false,
    version: 1,
  }),
};

/** What takes no id, and so reaches only what the session says. */
const withoutIds = ['changes.follow', 'profiles.list'];

const procedures = proceduresOf(graceRouter);

/** Calls a procedure as its kind asks for and returns the code of its error. */
async function codeOf(person: GracePerson, path: string) {
  const [url, input] = [`/grace/trpc/${path}`, attempts[path]?.() ?? {}];
  const response =
    procedures[path]?._def.type === 'mutation'
      ? await person.request(url, input)
      : await person.request(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return /"code":"([A-Z_]+)"/.exec(await response.text())?.[1];
}

const everything = async () => await server.db.admin`select * from grace.profiles order by id`;

describe('what belongs to somebody else', () => {
  it.each(Object.keys(attempts))('is not found by %s, and nothing changes', async (path) => {
    const before = await everything();

    expect(await codeOf(anna, path)).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
  });

  it('is in no list', async () => {
    expect(await anna.client.profiles.list.query()).toEqual([]);
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
