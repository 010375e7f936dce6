import type { Check } from '../repository/finding.ts';
import type { ImportRecord } from '../repository/imports.ts';
import { isSource } from '../repository/kinds-of-files.ts';

/** Judges one import of one file: the sentence that says what to do instead, or undefined when it is allowed. */
export type ImportRule = (path: string, imported: ImportRecord) => string | undefined;

/** A check that applies a rule to every import of every source file. */
export function forEachImport(rule: ImportRule): Check {
  return ({ files, imports }) =>
    files.filter(isSource).flatMap((path) =>
      imports(path).flatMap((imported) => {
        const message = rule(path, imported);
        return message ? [{ path, line: imported.line, message }] : [];
      }),
    );
}
