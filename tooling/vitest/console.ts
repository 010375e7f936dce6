import { format } from 'node:util';

/** The two console methods that must stay silent in a passing test. */
export type ConsoleLevel = 'error' | 'warn';

interface ConsoleState {
  printed: { level: ConsoleLevel; text: string }[];
  expected: { level: ConsoleLevel; pattern: RegExp }[];
}

const state: ConsoleState = { printed: [], expected: [] };

/**
 * Says that the running test makes the console print a line that matches. The test fails if it does not.
 *
 * @example
 * expectConsole('error', /could not reach the mail server/);
 */
export function expectConsole(level: ConsoleLevel, pattern: RegExp): void {
  state.expected.push({ level, pattern });
}

/** Keeps a line that the console was asked to print. */
export function recordConsole(level: ConsoleLevel, values: unknown[]): void {
  state.printed.push({ level, text: format(...values) });
}

/** Forgets the test that ran and returns what was wrong with its console output, a sentence each. */
export function settleConsole(): string[] {
  const { printed, expected } = state;
  state.printed = [];
  state.expected = [];
  const unexpected = printed.filter((line) => !expected.some((one) => matches(one, line)));
  const missing = expected.filter((one) => !printed.some((line) => matches(one, line)));
  return [
    ...unexpected.map(
      ({ level, text }) => `console.${level} printed, and no expectConsole allows it:\n${text}`,
    ),
    ...missing.map(({ level, pattern }) => `console.${level} was expected to print ${pattern}, and did not.`),
  ];
}

function matches(expected: ConsoleState['expected'][number], line: ConsoleState['printed'][number]): boolean {
  return expected.level === line.level && expected.pattern.test(line.text);
}
