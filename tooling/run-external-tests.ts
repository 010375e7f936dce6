import { installedPrograms } from './external/installed-programs.ts';
import { withExternalDatabase } from './external/with-external-database.ts';
import { commandStep } from './run/command.ts';
import { runSteps } from './run/run-steps.ts';
import { vitestStep } from './run/vitest-step.ts';

// `pnpm test:external`: every test against a PostgreSQL 15 of the machine, and again through PgBouncer in transaction mode.
// `--direct` or `--pooler` asks for one of the two; what follows is for vitest.
const args = process.argv.slice(2);
const modes = ['direct', 'pooled'] as const;
const asked = { '--direct': 'direct', '--pooler': 'pooled' }[args[0] ?? ''];
const filters = asked ? args.slice(1) : args;
const names = { direct: 'PostgreSQL 15', pooled: 'with PgBouncer' };

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
const write = (text: string) => process.stdout.write(text);
try {
  const { passed, failed } = await withExternalDatabase(installedPrograms('15'), (database) =>
    runSteps(
      [
        commandStep('build', 'turbo', 'run', 'build', '--output-logs=errors-only'),
        ...modes
          .filter((mode) => !asked || mode === asked)
          .map((mode) =>
            vitestStep(names[mode], filters, {
              env: database[mode],
              signal: stop.signal,
              timeoutMs: 3_600_000,
            }),
          ),
      ],
      write,
    ),
  );
  write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`);
  process.exitCode = 1;
}
