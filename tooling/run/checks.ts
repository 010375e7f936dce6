import { borders } from '../borders/index.ts';
import { changesetStep } from '../changesets/changeset-step.ts';
import { decisions } from '../decisions/index.ts';
import { docReferences } from '../doc-references/index.ts';
import { docstrings } from '../docstrings/index.ts';
import { fileLength } from '../file-length/index.ts';
import { honestTests } from '../honest-tests/index.ts';
import { machineTraces } from '../machine-traces/index.ts';
import { openRepository, type Repository } from '../repository/repository.ts';
import { checkStep } from './check-step.ts';
import { commandStep, repositoryRoot } from './command.ts';
import type { Step } from './step.ts';

let opened: Repository | undefined;

// Opened in the first check that needs it, so that an unreadable file fails a step and not the run.
function repository(): Repository {
  opened ??= openRepository(repositoryRoot);
  return opened;
}

/** Everything that is checked without running the program; none needs another, so that they may run at once. */
export const checks: Step[] = [
  commandStep('format and lint', 'biome', 'check', '--error-on-warnings', '.'),
  checkStep('borders', borders, repository),
  checkStep('documents', docReferences, repository),
  checkStep('decisions', decisions, repository),
  checkStep('file length', fileLength, repository),
  checkStep('docstrings', docstrings, repository),
  checkStep('honest tests', honestTests, repository),
  checkStep('machine traces', machineTraces, repository),
  changesetStep,
  commandStep('types', 'turbo', 'run', 'typecheck', '--output-logs=errors-only'),
  commandStep('unused code', 'knip'),
];
