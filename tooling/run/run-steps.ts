import type { Step, StepOutcome } from './step.ts';

type Write = (text: string) => void;

/**
 * Runs the steps one after another, those of a list within the list at once, and adds them up: a line for each, in their order,
 * and the full output of those that fail.
 */
export async function runSteps(
  steps: readonly (Step | readonly Step[])[],
  write: Write,
): Promise<{ passed: number; failed: number }> {
  const total = { passed: 0, failed: 0 };
  for (const group of steps) {
    const running = [group].flat().map((step) => ({ step, attempt: attempt(step) }));
    for (const { step, attempt } of running) {
      write(`${step.name.padEnd(18)}`);
      const { seconds, ...outcome } = await attempt;
      write(
        `${outcome.failed > 0 ? 'FAILED' : 'ok'.padEnd(6)} ${seconds.padStart(6)} s  ${describe(outcome)}\n`,
      );
      if (outcome.failed > 0) write(`\n${outcome.output.trimEnd()}\n\n`);
      total.passed += outcome.passed;
      total.failed += outcome.failed;
    }
  }
  return total;
}

async function attempt(step: Step): Promise<StepOutcome & { seconds: string }> {
  const startedAt = performance.now();
  const outcome = await step.run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  return { ...outcome, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) };
}

function describe({ note, passed, failed }: StepOutcome): string {
  if (note) return note;
  return passed + failed > 1 ? `${passed} passed, ${failed} failed` : '';
}
