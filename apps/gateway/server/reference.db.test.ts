import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestProcess } from '@commons/api/testing';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { expect, it, onTestFinished } from 'vitest';
import { site } from './site.ts';

const program = fileURLToPath(new URL('./start.ts', import.meta.url));

/** Starts a process of the whole site as production does, without the owner's login, and waits until it works. */
async function startProcess(db: TestDatabase, role: 'web' | 'worker'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'commons-reference-'));
  const running = await startTestProcess({
    db,
    args: [program, '--role', role],
    env: {
      NODE_ENV: 'production',
      AUTH_SECRET: 'a secret for tests that is long enough to be one',
      PUBLIC_URL: 'http://127.0.0.1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      PORT: '0',
      COMMONS_DATA: folder,
    },
  });
  onTestFinished(async () => {
    await running.kill();
    rmSync(folder, { recursive: true });
  });
}

it('is in every database as soon as a process works, in production as well', async () => {
  await using db = await createTestDatabase(site.apps);
  await Promise.all([startProcess(db, 'web'), startProcess(db, 'worker')]);
  const [counts] = await db.admin`
    select (select count(*)::int from boardofone.personas where retired_at is null) as personas,
      (select count(*)::int from boardofone.persona_versions) as versions,
      (select count(*) > 0 from grace.topics) as topics,
      (select count(*) > 0 from grace.activities) as activities,
      (select count(*)::int from public.users) as people`;

  expect(counts).toEqual({ personas: 45, versions: 45, topics: true, activities: true, people: 0 });
}, 180_000);
