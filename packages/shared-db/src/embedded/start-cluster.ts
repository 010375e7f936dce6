import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import getPort, { clearLockedPorts } from 'get-port';
import { type ClusterHome, prepareClusterHome } from './cluster-home.ts';
import { isAlive } from './is-alive.ts';
import { isWhole, makeCluster, passwordOf } from './make-cluster.ts';
import { forgetDeadPostmaster, runningPid, runningPort, untilEnded, untilSettled } from './postmaster.ts';
import { spawnOptions } from './spawn-options.ts';

const run = promisify(execFile);

/** A running PostgreSQL of our own. */
export interface Cluster {
  port: number;
  /** Address of the superuser at the database `postgres`. */
  superuserUrl: string;
  /** False when another process that still lives has started it: whoever started it stops it. */
  startedHere: boolean;
  stop(): Promise<void>;
}

/** How to start a cluster. */
export interface ClusterOptions {
  /** Everything is kept below this folder. */
  folder: string;
  /** Taken when it is free. */
  preferredPort?: number;
  /** Gives up crash safety for speed: for databases that are thrown away. */
  disposable?: boolean;
}

// Statements and parameters hold what people wrote; neither belongs in a log file.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

const disposableSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the cluster below `folder`, making it first when there is none, or joins the one an earlier process left running.
 *
 * @throws with the end of PostgreSQL's own log when it does not start
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = prepareClusterHome(options.folder);
  const data = join(home.folder, 'data');
  if (!isWhole(data)) await makeCluster(home, data);
  forgetDeadPostmaster(data);
  await untilSettled(data);
  const startedHere = (await isRunning(home, data)) ? adopt(home) : await launch(home, data, options);
  if (startedHere) writeFileSync(starterFile(home), String(process.pid));
  await untilSettled(data);
  const port = runningPort(data);
  const password = readFileSync(passwordOf(home), 'utf8').trim();
  return {
    port,
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    startedHere,
    stop: async () => {
      const pid = runningPid(data);
      await pgCtl(home, ['stop', '-D', data, '-m', 'fast', '-W']);
      await untilEnded(data, pid);
    },
  };
}

const portsTried = 5;

async function launch(home: ClusterHome, data: string, options: ClusterOptions): Promise<boolean> {
  const log = join(home.folder, 'log');
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(options.preferredPort);
    const all = { ...settings, ...(options.disposable ? disposableSettings : {}), port: String(port) };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    try {
      await pgCtl(home, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')]);
      return true;
    } catch (error) {
      // Two processes may start it at the same moment: then the other one has won.
      if (await isRunning(home, data)) return false;
      // Something else has taken the port since it was found free.
      if (tries < portsTried && (await freePort(port)) !== port) continue;
      const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : '';
      throw new Error(`The embedded PostgreSQL did not start. The end of ${log}:\n${tail}`, { cause: error });
    }
  }
}

/** The preferred port where it is free, and any other free one where it is not. */
function freePort(preferred?: number): Promise<number> {
  // Or it would not give a port again that this process has just let go.
  clearLockedPorts();
  return getPort({ host: '127.0.0.1', ...(preferred && { port: preferred }) });
}

const starterFile = (home: ClusterHome) => join(home.folder, 'started-by');

// A process that was killed leaves its cluster running; the next one takes it over, and so stops it in the end.
function adopt(home: ClusterHome): boolean {
  return !existsSync(starterFile(home)) || !isAlive(Number(readFileSync(starterFile(home), 'utf8')));
}

async function isRunning(home: ClusterHome, data: string): Promise<boolean> {
  return pgCtl(home, ['status', '-D', data]).then(
    () => true,
    () => false,
  );
}

const pgCtl = (home: ClusterHome, args: string[]) => run(home.binaries.pgCtl, args, spawnOptions(home));
