import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestDatabase } from '@commons/shared-db/testing';

/** A worker in a process of its own, which a test may kill. */
export interface NoticeWorker {
  kill(): Promise<void>;
}

/** Where a worker keeps its secret, and the servers through which it reaches people. */
export interface NoticeWorkerOptions {
  folder: string;
  pushUrl: string;
  smtpUrl: string;
}

const here = (relative: string) => JSON.stringify(new URL(relative, import.meta.url).href);

// The site with GRACE alone; every push goes to one server, which learns from a header whom it is for.
const programFor = (pushUrl: string) => `
  import { fileURLToPath } from 'node:url';
  import { runSite } from '@commons/api/server';
  import { grace } from ${here('../app.ts')};
  await runSite({
    apps: [grace],
    projectFolder: fileURLToPath(${here('../../..')}),
    pushFetch: (endpoint, { method, headers, body }) =>
      fetch(${JSON.stringify(pushUrl)}, { method, headers: [...headers, ['x-endpoint', String(endpoint)]], body }),
  });`;

/** Starts a worker that takes the jobs of GRACE. */
export async function startNoticeWorker(
  { logins, direct }: TestDatabase,
  { folder, pushUrl, smtpUrl }: NoticeWorkerOptions,
): Promise<NoticeWorker> {
  const pooler = logins.app === direct.app ? {} : { DATABASE_POOLER: new URL(logins.app).host };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', programFor(pushUrl)], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      COMMONS_DATA: folder,
      COMMONS_ROLE: 'worker',
      DEMO: 'off',
      LOG_LEVEL: 'error',
      DATABASE_APP_URL: direct.app,
      DATABASE_SERVICE_URL: direct.service,
      ...pooler,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'grace@example.org',
    },
  });
  await printed(child, 'A worker of Commons is running.');
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function printed(child: ChildProcess, text: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        output += piece;
        if (output.includes(text)) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
}
