import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Step } from './step.ts';

/** The root of the repository, where commands run. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const longestRunMs = 20 * 60_000;

/**
 * Runs a tool of the workspace without a terminal and returns its exit code and everything it printed; in another folder,
 * or with the tools of another workspace, when these are named.
 */
export function runCommand(
  command: string,
  args: string[],
  cwd = repositoryRoot,
  root = cwd,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: environmentFor(root),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestRunMs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
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
