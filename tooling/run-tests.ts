import { generatedAppStep } from './new-app/generated-app-step.ts';
import { checks } from './run/checks.ts';
import { commandStep } from './run/command.ts';
import { runSteps } from './run/run-steps.ts';
import { vitestStep } from './run/vitest-step.ts';
import { serviceMode, unitMode } from './vitest/index.ts';

// `pnpm test`: the checks, the build, and every test there is. Its last line is read by machines.
const build = commandStep('build', 'turbo', 'run', 'build', '--output-logs=errors-only');
const tests = [
  vitestStep('unit tests', ['--mode', unitMode]),
  vitestStep('other tests', ['--mode', serviceMode]),
];
const steps = [checks, build, ...tests, generatedAppStep];
const { passed, failed } = await runSteps(steps, (text) => process.stdout.write(text));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
