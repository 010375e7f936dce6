import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { openDatabase } from '../context/open-database.ts';
import { removeClusterHome } from '../embedded/cluster-home.ts';
import { type Cluster, startCluster } from '../embedded/start-cluster.ts';
import { upgrade } from '../migrate/upgrade.ts';
import { sharedModule } from '../shared-module.ts';
import { assertSafeLogin } from './assert-safe-login.ts';
import type { DatabaseSettings } from './env.ts';
import { type LoginPasswords, type Logins, loginsAt } from './logins.ts';
import { provideDatabase } from './provide-database.ts';
import { ensureDatabase } from './set-up-roles.ts';

// A server of its own, because the passwords of a server's logins change here.
describe('a database whose logins are given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commons-given-'));
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ folder: join(folder, 'postgres'), disposable: true });
    await ensureDatabase(cluster.superuserUrl, 'commons');
  });
  afterAll(async () => {
    await cluster.stop();
    removeClusterHome(join(folder, 'postgres'));
    rmSync(folder, { recursive: true });
  });

  const loginsWith = (passwords: LoginPasswords): Logins =>
    loginsAt(cluster.superuserUrl, passwords, 'commons');

  function provide(logins: Logins, more: Partial<DatabaseSettings> = {}) {
    const settings: DatabaseSettings = { kind: 'given', ...logins };
    return provideDatabase({ ...settings, ...more } as DatabaseSettings, folder);
  }

  async function whatHappensTo(logins: Logins): Promise<string | undefined> {
    const database = openDatabase({ url: logins.app, max: 1 });
    return errorCode(() => assertSafeLogin(database)).finally(() => database.close());
  }

  it('has them made by an administrator, and made anew with other passwords', async () => {
    const adminUrl = new URL(cluster.superuserUrl);
    adminUrl.pathname = '/commons';
    const first = loginsWith({ owner: 'o1', app: "a'1; drop", service: 's1' });
    const second = loginsWith({ owner: 'o2', app: 'a2', service: 's2' });

    const provided = await provide(first, { adminUrl: adminUrl.href });
    expect(provided.logins).toEqual(first);
    await upgrade({ ownerUrl: first.owner, modules: [sharedModule] });
    expect(await whatHappensTo(first)).toBeUndefined();

    await provide(second, { adminUrl: adminUrl.href });
    expect(await whatHappensTo(first)).toBe('28P01');
    expect(await whatHappensTo(second)).toBeUndefined();
  });

  it('needs nobody when they are there', async () => {
    const logins = loginsWith({ owner: 'o2', app: 'a2', service: 's2' });
    expect(await provide(logins)).toMatchObject({ logins, direct: logins, borrowed: false });
  });

  it('leads pools through the pooler, and sessions around it', async () => {
    const logins = loginsWith({ owner: 'o2', app: 'a2', service: 's2' });
    const provided = await provide(logins, { pooler: '127.0.0.1:6432' });
    expect(new URL(provided.logins.app).host).toBe('127.0.0.1:6432');
    expect(provided.direct).toEqual(logins);
    expect(provided.description).toBe(`127.0.0.1:${cluster.port}, through the pooler at 127.0.0.1:6432`);
  });
});
