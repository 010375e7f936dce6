import { AppError } from '@commons/api';
import type { ImportProblem } from './schemas.ts';

/** A file that does not come in, with what is wrong and where; the first few, for a broken file may have thousands. */
export class ImportProblems extends AppError {
  readonly problems: readonly ImportProblem[];

  constructor(problems: readonly ImportProblem[]) {
    const [first] = problems;
    super('BAD_INPUT', first ? { message: `${first.where}: ${first.what}` } : {});
    this.problems = problems.slice(0, 10);
  }
}

export const inTheFile = (what: string): ImportProblems => new ImportProblems([{ where: 'The file', what }]);
