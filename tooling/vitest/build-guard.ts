import { expect } from 'vitest';
import { missingBuild } from './missing-build.ts';

// Before the file's own hooks: otherwise each story waits for a page that never comes.
const problem = missingBuild(expect.getState().testPath ?? '');
if (problem) throw new Error(problem);
