import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { serviceUser } from './service-user.ts';

/** A program that runs beside the tests. */
export interface Service {
  port: number;
  stop(): Promise<void>;
}

/** How a program says that it is ready, and how it is told to end at once. */
export interface ServiceOptions {
  port: number;
  folder: string;
  ready: string;
  stopSignal: NodeJS.Signals;
}

/**
 * Starts a program and waits until it says that it is ready.
 *
 * @throws with what it printed when it ends before
 */
export async function startService(
  command: string,
  args: string[],
  options: ServiceOptions,
): Promise<Service> {
  const child = spawn(command, args, {
    ...serviceUser(),
    cwd: options.folder,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl+C in the terminal must not reach it before the tests have ended.
    detached: true,
  });
  const ended = once(child, 'exit');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${command} did not start:\n${printed}`)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // Only until it is ready: later lines are many, and nobody reads them.
      if (printed.includes(options.ready)) return;
      printed += text;
      if (printed.includes(options.ready)) resolve();
    });
  });
  return {
    port: options.port,
    stop: async () => {
      child.kill(options.stopSignal);
      await ended;
    },
  };
}
