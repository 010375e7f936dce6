import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import getPort from 'get-port';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const api = new URL('../server/index.ts', import.meta.url).href;
const program = `import { runSite } from '${api}'; await runSite({ apps: [], projectFolder: '.' });`;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

/** Runs a site whose output goes to `output`, and waits until it answers. */
async function startSite(output: number | 'pipe', more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'commons-output-'));
  const port = await getPort({ host: '127.0.0.1' });
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    stdio: ['ignore', output, output],
    env: {
      PORT: String(port),
      DEMO: 'off',
      DATABASE_APP_URL: db.logins.app,
      DATABASE_SERVICE_URL: db.logins.service,
      ...more,
    },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });
  const isAlive = () =>
    fetch(`http://127.0.0.1:${port}/api/apps`).then(
      ({ status }) => status === 200,
      () => false,
    );
  await expect.poll(isAlive, { timeout: 25_000, interval: 100 }).toBe(true);
  return { child, isAlive, ended };
}

const production = {
  NODE_ENV: 'production',
  AUTH_SECRET: 'a secret for tests that is long enough to be one',
  PUBLIC_URL: 'http://127.0.0.1',
  SMTP_URL: 'smtp://127.0.0.1:1',
};

describe.each([
  ['for people', {}],
  ['as JSON', production],
])('a log %s', (_, env) => {
  it('on a full disk loses its lines, and the server goes on and stops as it should', async () => {
    const full = openSync('/dev/full', 'w');
    const { child, isAlive, ended } = await startSite(full, env);
    closeSync(full);
    for (let count = 0; count < 20; count += 1) expect(await isAlive()).toBe(true);
    child.kill('SIGTERM');

    expect(await ended).toEqual([0, null]);
  });

  it('that nobody reads any more does not end the server', async () => {
    const { child, isAlive, ended } = await startSite('pipe', env);
    child.stdout?.destroy();
    child.stderr?.destroy();
    for (let count = 0; count < 20; count += 1) expect(await isAlive()).toBe(true);
    child.kill('SIGTERM');

    expect(await ended).toEqual([0, null]);
  });
});
