import { readFile, writeFile } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import { repositoryRoot } from '../run/command.ts';
import * as catalogue from './index.ts';
import { mutantsDocument } from './mutants-document.ts';
import type { MutantReport } from './try-mutants.ts';

// A thread of its own reads the list of mutants as it is by now: a run takes so long that others land meanwhile.
const path = `${repositoryRoot}/docs/mutants.md`;
const report = workerData as MutantReport;
await writeFile(path, mutantsDocument(catalogue, report, await readFile(path, 'utf8')));
