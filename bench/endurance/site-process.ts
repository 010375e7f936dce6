import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One process of the site, which can be ended and started again. */
export interface SiteProcess {
  readonly name: string;
  readonly url: string;
  /** Everything it has printed, over all its lives. */
  printed(): string;
  /** Processor time it has used, in milliseconds, as Linux counts it. */
  cpuMs(): number;
  start(): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
}

const msPerTick = 10;
const program = fileURLToPath(new URL('../../apps/gateway/server/start.ts', import.meta.url));

export function siteProcess(
  name: string,
  role: 'web' | 'worker' | 'all',
  port: number,
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): SiteProcess {
  let child: ChildProcess | undefined;
  let printed = '';
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    printed: () => printed,
    cpuMs() {
      const fields = readFileSync(`/proc/${child?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * msPerTick;
    },
    async start() {
      const started = spawn(process.execPath, [program, '--role', role], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...environment,
          COMMONS_DATA: dataFolder,
          DEMO: 'off',
          PORT: String(port),
          LOG_LEVEL: role === 'worker' ? 'info' : 'warn',
        },
      });
      child = started;
      const from = printed.length;
      await new Promise<void>((resolve, reject) => {
        for (const stream of [started.stdout, started.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => {
            printed += text;
            if (/Commons is running|worker of Commons/.test(printed.slice(from))) resolve();
          });
        }
        started.once('exit', (code) =>
          reject(new Error(`${name} ended with ${code}:\n${printed.slice(from)}`)),
        );
      });
    },
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
