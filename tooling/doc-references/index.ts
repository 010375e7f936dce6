import type { Check } from '../repository/finding.ts';
import { documentsOf } from './documents.ts';
import { missingPaths } from './missing-paths.ts';
import { missingScripts } from './missing-scripts.ts';

/** Every path and every `pnpm` script that the documents name exists. */
export const docReferences: Check = (repository) =>
  documentsOf(repository).flatMap((document) => [
    ...missingPaths(repository, document),
    ...missingScripts(repository, document),
  ]);
