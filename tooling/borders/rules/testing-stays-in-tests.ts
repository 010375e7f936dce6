import { isConfiguration, isTestCode } from '../../repository/kinds-of-files.ts';
import { forEachImport } from '../rule.ts';

/** Test helpers stay out of what is served. */
export const testingStaysInTests = forEachImport((path, { specifier, target, typeOnly }) => {
  if (typeOnly) return undefined;
  if (isTestCode(path) || isConfiguration(path) || path.startsWith('tooling/')) return undefined;
  const helper = /^@commons\/tooling\/(browser|console)$/.test(specifier) || specifier === 'vitest';
  if (!helper && !(target && isTestCode(target))) return undefined;
  return `${specifier} is for tests: import it from *.test.ts and testing/ only, and move what the program needs out of it.`;
});
