import type { Step, StepOutcome } from './step.ts';

type Write = (text: string) => void;

/** Runs the steps one after another, a line for each and the full output of those that fail, and adds them up. */
export async function runSteps(steps: Step[], write: Write): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    write(`${step.name.padEnd(18)}`);
    const startedAt = performance.now();
    const outcome = await attempt(step);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    write(
      `${outcome.failed > 0 ? 'FAILED' : 'ok'.padEnd(6)} ${seconds.padStart(6)} s  ${describe(outcome)}\n`,
    );
    if (outcome.failed > 0) write(`\n${outcome.output.trimEnd()}\n\n`);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
  return total;
}

async function attempt(step: Step): Promise<StepOutcome> {
  try {
    return await step.run();
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function describe({ note, passed, failed }: StepOutcome): string {
  if (note) return note;
  return passed + failed > 1 ? `${passed} passed, ${failed} failed` : '';
}
