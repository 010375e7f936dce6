import { startTestProcess, type TestProcess } from '@commons/api/testing';
import type { TestDatabase } from '@commons/shared-db/testing';

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
export const startNoticeWorker = (
  db: TestDatabase,
  { folder, pushUrl, smtpUrl }: NoticeWorkerOptions,
): Promise<TestProcess> =>
  startTestProcess({
    db,
    args: ['--input-type=module', '--eval', programFor(pushUrl)],
    cwd: new URL('..', import.meta.url),
    env: {
      COMMONS_DATA: folder,
      COMMONS_ROLE: 'worker',
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'grace@example.org',
    },
  });
