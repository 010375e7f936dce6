import type { Repository } from './repository.ts';

/** One thing that a check found: where, and a sentence that says what is wrong and what to do instead. */
export interface Finding {
  path: string;
  line?: number;
  message: string;
}

/** A check of the repository's files: no finding means that all is well. */
export type Check = (repository: Repository) => Finding[];
