import { readFile, writeFile } from 'node:fs/promises';
import { areas, isolationSuites } from './mutants/index.ts';
import { mutantsDocument } from './mutants/mutants-document.ts';
import { tryMutants } from './mutants/try-mutants.ts';
import { repositoryRoot } from './run/command.ts';

// `pnpm mutants [word …]`: takes each guard out in turn and expects its test to go red. With words, only the mutants whose
// id, and the suites whose path, contains one of them; the rest of the document stays. Its last line says how many were noticed.
const words = process.argv.slice(2);
const all = areas.flatMap(({ mutants }) => mutants);
const isChosen = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
const chosen = all.filter(({ id }) => isChosen(id));
const suites = isolationSuites.filter(isChosen);
const document = `${repositoryRoot}/docs/mutants.md`;
const write = (text: string) => process.stdout.write(`${text}\n`);

const report = await tryMutants(repositoryRoot, chosen, suites, ({ id, outcome, by }) =>
  write(`${outcome.padEnd(9)}${id.padEnd(34)} ${by}`),
);
const policies = [...report.policies.values()].flat();
const unnoticed = policies.filter(({ killedBy }) => killedBy === undefined);
for (const { change } of unnoticed) write(`survived ${change}`);
const before = words.length === 0 ? '' : await readFile(document, 'utf8');
await writeFile(document, mutantsDocument(areas, report, before));

const survivors = [...report.verdicts.values()].filter(({ outcome }) => outcome !== 'killed');
const survived = survivors.length + unnoticed.length;
write(`${chosen.length + policies.length - survived} killed, ${survived} survived`);
process.exitCode = survived > 0 ? 1 : 0;
