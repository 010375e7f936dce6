import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { prepareClusterHome, removeClusterHome } from './cluster-home.ts';
import { isAlive } from './is-alive.ts';
import { makeCluster } from './make-cluster.ts';
import { reachableByOthers } from './run-as.ts';
import { type Cluster, type ClusterOptions, startCluster } from './start-cluster.ts';

describe('the embedded PostgreSQL', () => {
  let parent: string;
  let folder: string;
  let running: Cluster | undefined;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'commons-embedded-'));
    // Lets the user that PostgreSQL runs as pass; one test closes it again.
    chmodSync(parent, 0o711);
    folder = join(parent, 'postgres');
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    removeClusterHome(folder);
    rmSync(parent, { recursive: true });
  });

  const start = async (options: Partial<ClusterOptions> = {}) => {
    running = await startCluster({ folder, ...options });
    return running;
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  const postmasterFile = () => join(folder, 'data/postmaster.pid');
  const postmaster = () => Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0]);
  const untilEnding = () =>
    expect.poll(() => readFileSync(postmasterFile(), 'utf8'), { interval: 1 }).toContain('stopping');

  async function ask({ superuserUrl }: Cluster, question: string) {
    const sql = postgres(superuserUrl, { max: 1, fetch_types: false, onnotice: () => {} });
    try {
      return [...(await sql.unsafe(question))];
    } finally {
      await sql.end();
    }
  }

  it('starts, keeps its data when it stops, and listens to this machine alone', async () => {
    const first = await start();
    expect(first.startedHere).toBe(true);
    await ask(first, 'create table kept as select 1 as one');
    expect(await ask(first, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(first, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await stop();
    expect(await ask(await start(), 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('lets in whoever has its password, which only its own user reads', async () => {
    const cluster = await start();
    const without = new URL(cluster.superuserUrl);
    without.password = 'a guess';
    await expect(ask({ ...cluster, superuserUrl: without.href }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o077).toBe(0);
  });

  it('is joined when it runs already', async () => {
    const first = await start();
    const second = await startCluster({ folder });
    expect(second).toMatchObject({ port: first.port, superuserUrl: first.superuserUrl, startedHere: false });
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('has what was committed after it was killed', async () => {
    const first = await start();
    await ask(first, 'create table kept as select n from generate_series(1, 1000) as n');
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    running = undefined;
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await ask(await start(), 'select count(*)::int as rows from kept')).toEqual([{ rows: 1000 }]);
  });

  it('is made once by two who start at the same moment', async () => {
    const both = await Promise.all([startCluster({ folder }), startCluster({ folder })]);
    running = both[0];
    expect(both[1].superuserUrl).toBe(both[0].superuserUrl);
    for (const cluster of both) expect(await ask(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stays as it is when another process has been slower to make it', async () => {
    await ask(await start(), 'create table kept as select 1 as one');
    await stop();
    await makeCluster(prepareClusterHome(folder), join(folder, 'data'));
    expect(await ask(await start(), 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('is made anew where a process was killed while it made it', async () => {
    const program = `import { startCluster } from '${new URL('./start-cluster.ts', import.meta.url).href}';
      await startCluster({ folder: ${JSON.stringify(folder)} });`;
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', program], { detached: true });
    const gone = once(killed, 'exit');
    const isBegun = () =>
      existsSync(folder) && readdirSync(folder).some((name) => existsSync(join(folder, name, 'PG_VERSION')));
    await expect.poll(isBegun, { timeout: 30_000, interval: 1 }).toBe(true);
    process.kill(-Number(killed.pid), 'SIGKILL');
    await gone;
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('making-'))).toEqual([]);
  });

  it('starts where the id of the one that was killed is that of something else by now', async () => {
    await ask(await start(), 'create table kept as select 1 as one');
    const [pid, ...lines] = readFileSync(postmasterFile(), 'utf8').split('\n');
    await stop();
    const { uid, gid } = statSync(join(folder, 'data'));
    const other = spawn('sleep', ['600'], { uid, gid });
    onTestFinished(() => void other.kill());
    await once(other, 'spawn');
    expect(Number(pid)).toBeGreaterThan(0);
    writeFileSync(postmasterFile(), [other.pid, ...lines].join('\n'));
    expect(await ask(await start(), 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('is waited for while another process ends it, and started again', async () => {
    const first = await start();
    const [, second] = await Promise.all([first.stop(), untilEnding().then(() => start())]);
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes the preferred port when it is free and another one when it is not', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const cluster = await start({ preferredPort: taken });
    expect(cluster.port).not.toBe(taken);
    expect(await ask(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop();
    await new Promise((resolve) => other.close(resolve));
    expect((await start({ preferredPort: taken })).port).toBe(taken);
  });

  it('takes another port when several find the same one free at the same moment', async () => {
    const folders = ['one', 'two', 'three'].map((name) => join(parent, name));
    onTestFinished(() => folders.forEach(removeClusterHome));
    const ports = await Promise.all(
      folders.map(async (one) => {
        const cluster = await startCluster({ folder: one });
        await cluster.stop();
        return cluster.port;
      }),
    );
    // Made already, they have only to be launched.
    const clusters = await Promise.all(
      folders.map((one) => startCluster({ folder: one, preferredPort: ports[0] ?? 0 })),
    );
    const answers = await Promise.all(clusters.map((cluster) => ask(cluster, 'select 1 as one')));
    await Promise.all(clusters.map((cluster) => cluster.stop()));

    expect(answers).toEqual(clusters.map(() => [{ one: 1 }]));
    expect(new Set(clusters.map(({ port }) => port)).size).toBe(3);
  }, 60_000);

  it('works in a folder that the user it runs as cannot reach, and leaves nothing there', async () => {
    chmodSync(parent, 0o700);
    await ask(await start(), 'create table kept as select 1 as one');
    await stop();
    expect(await ask(await start(), 'select one from kept')).toEqual([{ one: 1 }]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    // Only root has it run as another user, and so has to move it.
    expect(lstatSync(folder).isSymbolicLink()).toBe(process.getuid?.() === 0);
    expect(reachableByOthers(parent)).toBe(false);
  });

  it('makes its files anew when somebody has cleared them away', async () => {
    chmodSync(parent, 0o700);
    // As root it is a link to them, and leads nowhere now.
    if (process.getuid?.() === 0) symlinkSync(join(parent, 'cleared-away'), folder);
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('tells what its log says when it cannot start', async () => {
    await start();
    await stop();
    rmSync(join(folder, 'data/global'), { recursive: true });
    await expect(startCluster({ folder })).rejects.toThrow(
      /did not start. The end of .*log:\n.*global\/pg_control/s,
    );
  });

  it('writes no statement and no parameter to its log', async () => {
    const cluster = await start();
    const sql = postgres(cluster.superuserUrl, { max: 1 });
    await expect(sql`select ${'a secret'}::int`).rejects.toThrow();
    await sql.end();
    const log = readFileSync(join(folder, 'log'), 'utf8');
    expect(log).not.toContain('select ');
  });
});
