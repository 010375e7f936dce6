import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { keepLoginPasswords } from '../src/connection/login-passwords.ts';
import type { LoginPasswords } from '../src/connection/logins.ts';
import { setUpRoles } from '../src/connection/set-up-roles.ts';
import { removeClusterHome } from '../src/embedded/cluster-home.ts';
import { startCluster } from '../src/embedded/start-cluster.ts';
import { externalTestServer } from './env.ts';
import { refuseServerInUse } from './refuse-server-in-use.ts';
import { removeLeftovers } from './remove-leftovers.ts';

/** What tests need to make databases: an administrator to arrange, and the passwords of the logins to act with. */
export interface TestServer {
  adminUrl: string;
  passwords: LoginPasswords;
  /** Where a pooler in front of it listens. */
  pooler?: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

// Every project of a run calls this; they share one server, and the last one to finish stops it.
interface SharedServer {
  users: number;
  server: Promise<TestServer & { stop(): Promise<void> }>;
}
const shared = globalThis as { commonsTestServer?: SharedServer };

/** Gives the whole run one PostgreSQL that is thrown away afterwards, or the one that DATABASE_URL names. */
export default async function provideTestServer(project: TestProject): Promise<() => Promise<void>> {
  shared.commonsTestServer ??= { users: 0, server: startTestServer() };
  const { commonsTestServer } = shared;
  commonsTestServer.users += 1;
  const { stop, ...server } = await commonsTestServer.server;
  project.provide('testServer', server);
  return async () => {
    commonsTestServer.users -= 1;
    if (commonsTestServer.users > 0) return;
    delete shared.commonsTestServer;
    await stop();
  };
}

async function startTestServer() {
  const external = externalTestServer();
  if (external) {
    await refuseServerInUse(external.adminUrl);
    const passwords = keepLoginPasswords(join(tmpdir(), 'commons-test-passwords.json'));
    await setUpRoles(external.adminUrl, passwords);
    return { ...external, passwords, stop: async () => {} };
  }
  await removeLeftovers();
  const folder = join(tmpdir(), `commons-test-${process.pid}`);
  const cluster = await startCluster({ folder, disposable: true });
  const passwords = keepLoginPasswords(join(tmpdir(), `commons-test-${process.pid}.json`));
  await setUpRoles(cluster.superuserUrl, passwords);
  return {
    adminUrl: cluster.superuserUrl,
    passwords,
    stop: async () => {
      await cluster.stop();
      removeClusterHome(folder);
      rmSync(`${folder}.json`, { force: true });
    },
  };
}
