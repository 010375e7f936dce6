import { afterAll, afterEach } from 'vitest';
import { type ConsoleLevel, recordConsole, settleConsole } from './console.ts';

const levels: ConsoleLevel[] = ['error', 'warn'];

// Replaced when the file loads and not in a hook, so that noise at import time is caught as well.
for (const level of levels) console[level] = (...values: unknown[]) => recordConsole(level, values);

function failOnNoise(): void {
  const problems = settleConsole();
  if (problems.length > 0) throw new Error(problems.join('\n\n'));
}

afterEach(failOnNoise);
afterAll(failOnNoise);
