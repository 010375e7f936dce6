import { checks } from './run/checks.ts';
import { runSteps } from './run/run-steps.ts';
import { vitestStep } from './run/vitest-step.ts';
import { unitMode } from './vitest/index.ts';

// `pnpm check`: everything that needs no database and no browser.
const steps = [checks, vitestStep('unit tests', ['--mode', unitMode])];
const { passed, failed } = await runSteps(steps, (text) => process.stdout.write(text));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
