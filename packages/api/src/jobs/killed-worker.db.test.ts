import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startTestSmtp } from '../../testing/index.ts';
import { defineJob } from './define-job.ts';
import { enqueue } from './enqueue.ts';

const path = (relative: string) => new URL(relative, import.meta.url).href;

// A site with one job of two steps, which stays at its first one for as long as HANG is set.
const program = `
  import { audit } from '@commons/shared-db';
  import { z } from 'zod';
  import { runSite } from '${path('../server/index.ts')}';
  import { defineJob } from '${path('../index.ts')}';
  import { sampleApp } from '${path('../../test-app/sample-app.ts')}';
  const job = defineJob({
    name: 'sample.steps',
    schema: z.object({}),
    async run({ asUser, once, signal }) {
      const step = (action) =>
        asUser(async (tx) => {
          if (await once(tx, action)) await audit(tx, { action, resourceType: 'step' });
        });
      await step('first');
      process.stdout.write('first step is done\\n');
      if (process.env.HANG) {
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      }
      await step('second');
    },
  });
  const letter = defineJob({
    name: 'sample.letter',
    schema: z.object({ to: z.string() }),
    run: ({ asUser, postMail, data }) =>
      asUser((tx) => postMail(tx, { to: data.to, subject: 'Hello', text: 'Come and see.' })),
  });
  await runSite({ apps: [{ ...sampleApp, jobs: [job, letter] }], projectFolder: '.' });`;

const steps = defineJob({ name: 'sample.steps', schema: z.object({}), run: async () => {} });
const letter = defineJob({
  name: 'sample.letter',
  schema: z.object({ to: z.string() }),
  run: async () => {},
});

describe('a worker process', () => {
  let db: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'commons-worker-'));
  });
  afterAll(async () => {
    await db?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  /** Starts a worker; `prints` resolves once it has printed the text. */
  function startWorker(more: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: new URL('../..', import.meta.url),
      env: {
        COMMONS_DATA: folder,
        COMMONS_ROLE: 'worker',
        DEMO: 'off',
        LOG_LEVEL: 'error',
        DATABASE_APP_URL: db.logins.app,
        DATABASE_SERVICE_URL: db.logins.service,
        ...more,
      },
    });
    const ended = once(child, 'exit');
    let printed = '';
    const readers = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        for (const look of readers) look();
      });
    }
    const kill = async (signal: 'SIGKILL' | 'SIGTERM') => {
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    };
    onTestFinished(() => void kill('SIGKILL'));
    return {
      kill,
      prints: (text: string) =>
        new Promise<void>((resolve, reject) => {
          const look = () => printed.includes(text) && resolve();
          readers.add(look);
          look();
          void ended.then(() => reject(new Error(`It ended:\n${printed}`)));
        }),
    };
  }

  const arrange = async () => {
    const { id: userId } = await db.createUser();
    const add = () => db.database.asUser({ userId }, (tx) => enqueue(tx, steps, {}));
    const state = async () => {
      const [row] = await db.admin<
        { state: string }[]
      >`select state from pgboss.job where group_id = ${userId}`;
      return row?.state;
    };
    const written = () =>
      db.admin`select action from public.audit_log where user_id = ${userId} order by "timestamp"`;
    return { add, state, written };
  };
  const patient = { timeout: 120_000 };

  it('that is killed in mid-job leaves it to another one, and every step is done once', async () => {
    const { add, state, written } = await arrange();
    const first = startWorker({ HANG: 'yes' });
    await first.prints('A worker of Commons is running.');
    await add();
    await first.prints('first step is done');
    await first.kill('SIGKILL');
    expect(await state()).toBe('active');

    const second = startWorker();
    await expect.poll(state, patient).toBe('completed');
    expect(await written()).toEqual([{ action: 'first' }, { action: 'second' }]);
    expect(await second.kill('SIGTERM')).toBe(0);
  }, 180_000);

  it('that is killed before the mail server has answered sends the mail again, as the same one', async () => {
    await using smtp = await startTestSmtp();
    const { id: userId } = await db.createUser();
    const mailJobs = () => db.admin`select state from pgboss.job where name = 'user.commons.mail-by-person'`;
    smtp.answers(false);
    const first = startWorker({ SMTP_URL: smtp.url });
    await first.prints('A worker of Commons is running.');
    await db.database.asUser({ userId }, (tx) => enqueue(tx, letter, { to: 'anna@example.org' }));
    await smtp.arrived(1);
    await first.kill('SIGKILL');
    expect(await mailJobs()).toEqual([{ state: 'active' }]);

    smtp.answers(true);
    const second = startWorker({ SMTP_URL: smtp.url });
    await expect.poll(mailJobs, patient).toEqual([{ state: 'completed' }]);
    const ids = smtp.received.map(({ source }) => /^Message-ID: (.+)$/im.exec(source)?.[1]);
    expect(ids).toEqual([expect.stringContaining('@'), ids[0]]);
    expect(await second.kill('SIGTERM')).toBe(0);
  }, 180_000);

  it('that is told to stop gives back what does not finish', async () => {
    const { add, state, written } = await arrange();
    const first = startWorker({ HANG: 'yes', SHUTDOWN_TIMEOUT_MS: '200' });
    await first.prints('A worker of Commons is running.');
    await add();
    await first.prints('first step is done');

    expect(await first.kill('SIGTERM')).toBe(0);
    expect(await state()).toBe('retry');
    startWorker();
    await expect.poll(state, patient).toBe('completed');
    expect(await written()).toEqual([{ action: 'first' }, { action: 'second' }]);
  }, 180_000);
});
