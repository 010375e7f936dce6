import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { areas, isolationSuites } from './mutants/index.ts';
import { tryMutants } from './mutants/try-mutants.ts';
import { repositoryRoot } from './run/command.ts';

// `pnpm mutants [word …]`: takes each guard out in turn and expects its test to go red. With words, only the mutants whose
// id, and the suites whose path, contains one of them; the rest of the document stays. Its last line says how many were noticed.
const words = process.argv.slice(2);
const all = areas.flatMap(({ mutants }) => mutants);
const isChosen = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
const chosen = all.filter(({ id }) => isChosen(id));
const suites = isolationSuites.filter(isChosen);
const write = (text: string) => process.stdout.write(`${text}\n`);

const report = await tryMutants(repositoryRoot, chosen, suites, ({ id, outcome, by }) =>
  write(`${outcome.padEnd(9)}${id.padEnd(34)} ${by}`),
);
const policies = [...report.policies.values()].flat();
const unnoticed = policies.filter(({ killedBy }) => killedBy === undefined);
for (const { change } of unnoticed) write(`survived ${change}`);
await once(new Worker(new URL('mutants/write-document.ts', import.meta.url), { workerData: report }), 'exit');

const survivors = [...report.verdicts.values()].filter(({ outcome }) => outcome !== 'killed');
const survived = survivors.length + unnoticed.length;
write(`${chosen.length + policies.length - survived} killed, ${survived} survived`);
process.exitCode = survived > 0 ? 1 : 0;
