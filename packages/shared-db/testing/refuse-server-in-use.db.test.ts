import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepLoginPasswords } from '../src/connection/login-passwords.ts';
import { ensureDatabase, setUpDatabaseRights, setUpRoles } from '../src/connection/set-up-roles.ts';
import { removeClusterHome } from '../src/embedded/cluster-home.ts';
import { type Cluster, startCluster } from '../src/embedded/start-cluster.ts';
import { refuseServerInUse } from './refuse-server-in-use.ts';

// A server of its own: on a shared one, other runs would be refused while this test has its database.
describe('a server to test against', () => {
  const folder = mkdtempSync(join(tmpdir(), 'commons-in-use-'));
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ folder: join(folder, 'postgres'), disposable: true });
  });
  afterAll(async () => {
    await cluster.stop();
    removeClusterHome(join(folder, 'postgres'));
    rmSync(folder, { recursive: true });
  });

  async function makeDatabase(name: string) {
    const url = new URL(cluster.superuserUrl);
    url.pathname = `/${name}`;
    await ensureDatabase(cluster.superuserUrl, name);
    await setUpDatabaseRights(url.href);
  }

  it('may be new, or hold what earlier tests left', async () => {
    await refuseServerInUse(cluster.superuserUrl);
    await setUpRoles(cluster.superuserUrl, keepLoginPasswords(join(folder, 'logins.json')));
    await makeDatabase(`test_${'0a'.repeat(16)}`);
    await makeDatabase(`template_${'0a'.repeat(8)}`);
    await refuseServerInUse(cluster.superuserUrl);
  });

  it('may not be one that people use', async () => {
    await makeDatabase('commons');
    await expect(refuseServerInUse(cluster.superuserUrl)).rejects.toThrow(
      'is in use: commons_app may connect to commons. Tests give',
    );
  });
});
