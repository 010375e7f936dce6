import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { proceduresOf, startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

const types = new Map(
  Object.entries(proceduresOf(sampleApp.router)).map(([path, { _def }]) => [path, _def.type]),
);
const input = { name: 'Renamed', id: randomUUID(), code: 'CONFLICT', amount: 1 };

let server: TestServer<Router>;
let anna: TestPerson<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
  // Every procedure has run, so that the server knows which of them open a context.
  const other = await server.signUp();
  for (const path of types.keys()) await codeOf(other, path);
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  // What is in memory stays there, however slow the machine is: nothing but the proof may refuse.
  vi.useFakeTimers({ toFake: ['performance'] });
  anna = await server.signUp();
  // Who she is is in memory now.
  expect(await codeOf(anna, 'people.me')).toBe(anna.userId);
});

afterEach(() => void vi.useRealTimers());

/** The error code of an answer, or what it says who the caller is. */
async function codeOf(person: TestPerson<Router>, path: string): Promise<string | undefined> {
  const leave = new AbortController();
  const query = `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const isMutation = types.get(path) === 'mutation';
  const response = await fetch(`${server.localUrl}/sample/trpc/${path}${isMutation ? '' : query}`, {
    method: isMutation ? 'POST' : 'GET',
    headers: { cookie: person.cookie, 'x-commons': '1', 'content-type': 'application/json' },
    ...(isMutation && { body: JSON.stringify(input) }),
    signal: leave.signal,
  });
  if (types.get(path) === 'subscription') {
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      if (/event: connected|serialized-error\ndata: .*\n/.test(text)) break;
    }
    leave.abort();
    return /"code":"([A-Z_]+)"/.exec(text)?.[1];
  }
  const { error, result } = (await response.json()) as {
    error?: { data: { code: string } };
    result?: { data: { id?: string } };
  };
  return error?.data.code ?? result?.data?.id;
}

const tokenOf = ({ cookie }: TestPerson<Router>) => /=([^.]+)/.exec(decodeURIComponent(cookie))?.[1] ?? '';
const closed = [...types.keys()].filter((path) =>
  /^(people|live|contexts\.(isFrozen|impersonate)$|failures\.(database|denied))/.test(path),
);

const endings: [string, () => Promise<unknown>][] = [
  [
    'has been revoked by another process',
    () => server.db.admin`delete from identity.sessions where token = ${tokenOf(anna)}`,
  ],
  [
    'has expired',
    () => server.db.admin`update identity.sessions set expires_at = now() where token = ${tokenOf(anna)}`,
  ],
  ['was of a person who is gone', () => server.db.admin`delete from users where id = ${anna.userId}`],
  [
    'is somebody else’s now',
    async () => {
      const { userId } = await server.signUp();
      await server.db.admin`update identity.sessions set user_id = ${userId} where token = ${tokenOf(anna)}`;
    },
  ],
];

describe.each(endings)('a session that %s', (_, end) => {
  it.each(closed)('is refused by %s at once', async (path) => {
    await end();
    expect(await codeOf(anna, path)).toBe('UNAUTHENTICATED');
  });
});

describe('a session that has been revoked', () => {
  beforeEach(async () => {
    await server.db.admin`delete from identity.sessions where token = ${tokenOf(anna)}`;
  });

  it('changes nothing any more', async () => {
    await codeOf(anna, 'people.rename');
    expect(
      await server.db.admin`select from users where id = ${anna.userId} and full_name = 'Renamed'`,
    ).toHaveLength(0);
  });

  it('is refused in every call of a batch', async () => {
    const response = await anna.request(
      '/sample/trpc/people.me,contexts.isFrozen,contexts.sometimes?batch=1',
    );
    const codes = ((await response.json()) as { error?: { data: { code: string } } }[]).map(
      ({ error }) => error?.data.code,
    );
    expect(codes).toEqual(Array(3).fill('UNAUTHENTICATED'));
  });

  it('is a visitor’s to what is open to anybody', async () => {
    expect(await codeOf(anna, 'contexts.whoIsThere')).toBe('nobody');
  });

  it('is refused when its procedure opens no context this time, although it usually does', async () => {
    expect(await codeOf(anna, 'contexts.sometimes')).toBe('UNAUTHENTICATED');
  });
});

it('a session that stands is proved for procedures of every kind', async () => {
  expect(await codeOf(anna, 'contexts.whoIsThere')).toBe(anna.userId);
  expect(await codeOf(anna, 'contexts.sometimes')).toBe(anna.userId);
  expect(await codeOf(anna, 'live.silence')).toBeUndefined();
});
