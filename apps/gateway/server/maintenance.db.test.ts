import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startTestServer } from '@commons/api/testing';
import { boardofone } from '@commons/boardofone';
import { chidi } from '@commons/chidi';
import { grace } from '@commons/grace';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const program = fileURLToPath(new URL('./db.ts', import.meta.url));
const demo = { email: 'amara@demo.example', password: 'commons-demo-2026' };

const noFields = {
  company: '',
  offers: '',
  audience: '',
  tone: '',
  policies: '',
  goals: '',
  locale: '',
  currency: '',
  doNotSay: '',
  preferences: '',
};

// Each command is a process of its own, which loads the whole site.
const timeout = 180_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commons-maintenance-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `pnpm db`, as an operator would, on the database of a test. */
async function pnpmDb(db: TestDatabase, ...words: string[]): Promise<string> {
  const env = {
    DATABASE_OWNER_URL: db.direct.owner,
    DATABASE_APP_URL: db.direct.app,
    DATABASE_SERVICE_URL: db.direct.service,
    DATABASE_URL: db.adminUrl,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env, cwd: folder });
  return stdout;
}

it('goes on from a backup in an empty database: people sign in and find what they had', {
  timeout,
}, async () => {
  await using db = await createTestDatabase([chidi, grace, boardofone]);
  await using empty = await createTestDatabase([], { empty: true });
  const file = join(folder, 'all.commons');
  await pnpmDb(db, 'seed');
  expect(await pnpmDb(db, 'backup', file)).toMatch(
    /Wrote .*all\.commons: \d+ tables with \d+ rows, \d+ KiB\./,
  );
  expect(await pnpmDb(empty, 'restore', file)).toMatch(/^Restored \d+ tables with \d+ rows\.\n$/);
  expect(await pnpmDb(empty, 'lint')).toBe('0 findings.\n');

  await using before = await startTestServer({ apps: [chidi, grace, boardofone], db });
  await using after = await startTestServer({ apps: [chidi, grace, boardofone], db: empty });
  const list = async (server: typeof before) =>
    (await server.signIn(demo)).client.conversations.list.query({});
  const had = await list(before);
  expect(had.items.length).toBeGreaterThan(0);
  expect(await list(after)).toEqual(had);
});

it('locked, answers reads and refuses writes in the words of the vocabulary, until it is unlocked', {
  timeout,
}, async () => {
  await using server = await startTestServer({ apps: [chidi] });
  const anna = await server.signUp();
  const write = () =>
    anna.client.contexts.create.mutate({ id: crypto.randomUUID(), name: 'Bakery', fields: noFields }).then(
      () => 'written',
      (error: { data?: { code?: string } }) => error.data?.code,
    );
  const read = () =>
    anna.client.contexts.list.query().then(
      () => 'read',
      (error: { data?: { code?: string } }) => error.data?.code,
    );
  const signIn = async () => {
    const { email, password } = anna;
    const answer = await server.visitor.request('/api/auth/sign-in/email', { email, password });
    return answer.ok ? 'signed in' : ((await answer.json()) as { code?: string }).code;
  };
  const soon = { timeout: 30_000 };

  expect(await pnpmDb(server.db, 'lock', 'moving house')).toContain('The service is read-only.');
  await expect.poll(write, soon).toBe('READ_ONLY');
  expect(await read()).toBe('read');
  await expect.poll(signIn, soon).toBe('READ_ONLY');
  expect(await read()).toBe('read');

  expect(await pnpmDb(server.db, 'unlock')).toContain('The service may write again.');
  await expect.poll(write, soon).toBe('written');
  await expect.poll(signIn, soon).toBe('signed in');
  expect(await read()).toBe('read');
});
