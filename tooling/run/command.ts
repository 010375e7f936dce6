import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Step } from './step.ts';

/** The root of the repository, where commands run. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Where and with what a command runs. */
export interface CommandOptions {
  /** The root of the repository unless said otherwise. */
  cwd?: string;
  /** The workspace whose tools are used; `cwd` unless said otherwise. */
  root?: string;
  /** Variables on top of the environment of this process. */
  env?: Readonly<Record<string, string>>;
  /** Ends the command. */
  signal?: AbortSignal;
  /** Ends the command after that time; 23 minutes unless said otherwise. */
  timeoutMs?: number;
}

/** Runs a tool of the workspace without a terminal and returns its exit code and everything it printed. */
export function runCommand(
  command: string,
  args: string[],
  { cwd = repositoryRoot, root = cwd, env, signal: stop, timeoutMs = 23 * 60_000 }: CommandOptions = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environmentFor(root), ...env },
      ...(stop && { signal: stop }),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    // A command that was told to stop is waited for: it may still be using what its caller then takes away.
    child.on('error', (error) => error.name === 'AbortError' || reject(error));
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\n${command} was ended by ${signal}.` : output });
    });
  });
}

function environmentFor(root: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${root}/node_modules/.bin:${process.env.PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}

/** A step that passes when the command exits with 0. */
export function commandStep(name: string, command: string, ...args: string[]): Step {
  return {
    name,
    async run() {
      const { code, output } = await runCommand(command, args);
      return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}
