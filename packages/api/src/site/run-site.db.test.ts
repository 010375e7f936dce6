import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeClusterHome } from '@commons/shared-db/testing';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';

const api = new URL('../server/index.ts', import.meta.url).href;
// A site without any app, as its start file would look.
const program = `import { runSite } from '${api}'; await runSite({ apps: [], projectFolder: '.' });`;

/** Runs a site on `folder` and says what it printed, at the latest when it ends. */
function startSite(folder: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    env: { PORT: '0', DEMO: 'off', LOG_LEVEL: 'error', ...more },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let printed = '';
  const answers = new Promise<void>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (/Commons is running|worker of Commons/.test(printed)) resolve();
      });
    }
  });
  // Whoever expects it to end asks for nothing else.
  answers.catch(() => {});
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  return { pid: child.pid, answers, ended, end, printed: () => printed };
}

describe('a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commons-site-'));
  const isDatabaseRunning = () => existsSync(join(folder, '.data/postgres/data/postmaster.pid'));

  afterAll(() => {
    removeClusterHome(join(folder, '.data/postgres'));
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts in an empty folder, and refuses a second one there while it runs', async () => {
    const first = startSite(folder);
    await first.answers;
    const second = startSite(folder);
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain('Another process already runs from');
    expect(second.printed()).toContain('COMMONS_DATA');
  }, 90_000);

  it('runs as several processes, none of which takes the database away from the others', async () => {
    const starter = startSite(folder, { COMMONS_ROLE: 'web' });
    await starter.answers;
    const [web, worker] = [
      startSite(folder, { COMMONS_ROLE: 'web' }),
      startSite(folder, { COMMONS_ROLE: 'worker' }),
    ];
    await Promise.all([web.answers, worker.answers]);
    expect(worker.printed()).not.toContain('http://');
    expect(await starter.end('SIGTERM')).toBe(0);
    expect(isDatabaseRunning()).toBe(true);

    const second = startSite(folder, { COMMONS_ROLE: 'web' });
    await second.answers;
    await web.end('SIGKILL');
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(isDatabaseRunning()).toBe(true);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(isDatabaseRunning()).toBe(false);
  }, 180_000);

  it('takes its database along when it is stopped while it starts', async () => {
    const starting = startSite(folder, { COMMONS_ROLE: 'web' });
    // It has the database from the moment on at which it has noted that it uses it.
    const users = () => readdirSync(join(folder, '.data/postgres/used-by')).join();
    await expect.poll(users, { timeout: 60_000, interval: 1 }).toContain(`${starting.pid}.`);
    expect(await starting.end('SIGTERM')).toBe(143);
    expect(isDatabaseRunning()).toBe(false);
    expect(starting.printed()).not.toMatch(/Commons is running|rror/);
  }, 90_000);

  it('says by name which setting is wrong, without a stack', async () => {
    const wrong = startSite(folder, { DATABASE_URL: 'mysql://localhost/commons' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.printed()).toContain('DATABASE_URL must start with postgres://');
    expect(wrong.printed()).not.toContain('    at ');
  });
});
