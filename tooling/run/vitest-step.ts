import { mkdir, readFile, rm } from 'node:fs/promises';
import { type CommandOptions, repositoryRoot, runCommand } from './command.ts';
import type { Step, StepOutcome } from './step.ts';

/** What the JSON report of vitest says, as far as it is read here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Skipped ones: they count as failed, because nothing may be left out in silence. */
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

const reportFolder = `${repositoryRoot}/node_modules/.cache/commons-tests`;

/** Runs vitest over the whole workspace and counts its tests, each as one; `args` are options and filters of vitest. */
export function vitestStep(name: string, args: string[] = [], how: CommandOptions = {}): Step {
  return {
    name,
    async run() {
      const reportFile = `${reportFolder}/report.json`;
      await mkdir(reportFolder, { recursive: true });
      await rm(reportFile, { force: true });
      const options = ['run', '--reporter=minimal', '--reporter=json', `--outputFile.json=${reportFile}`];
      const { code, output } = await runCommand('vitest', [...options, ...args], how);
      const report = await readFile(reportFile, 'utf8').catch(() => undefined);
      if (!report) return { passed: 0, failed: 1, output };
      return outcomeOf(JSON.parse(report), code, output);
    },
  };
}

/** Adds up a report: a file that did not load and an error outside of tests count as one failure each. */
export function outcomeOf(report: VitestReport, code: number, output: string): StepOutcome {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}
