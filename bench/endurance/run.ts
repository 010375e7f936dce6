import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { allowedErrors, Ledger } from './ledger.ts';
import { Person } from './person.ts';
import { siteProcess } from './site-process.ts';
import { terminateBackend } from './terminate-backends.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, people: { type: 'string', default: '12' } },
});
const minutes = Number(values.minutes);
const dataFolder = mkdtempSync(join(tmpdir(), 'commons-endurance-'));
const webs = [siteProcess('web 1', 'web', 4101, dataFolder), siteProcess('web 2', 'web', 4102, dataFolder)];
const worker = siteProcess('worker', 'worker', 0, dataFolder);
const all = [...webs, worker];
const ledger = new Ledger();
const say = (text: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);
const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;

// One after the other: the first one makes the database.
for (const one of all) await one.start();
say('two web processes and a worker are running');
const people = Array.from(
  { length: Number(values.people) },
  () =>
    new Person(
      webs.map(({ url }) => url),
      ledger,
    ),
);
for (const person of people) await person.signUp();

const end = Date.now() + minutes * 60_000;
const isOver = () => Date.now() > end;
const load = people.map(async (person) => {
  while (!isOver()) {
    await person.act();
    await wait(50 + Math.random() * 400);
  }
});
while (!isOver()) {
  await wait(Math.min(4_000 + Math.random() * 6_000, Math.max(0, end - Date.now())));
  if (isOver()) break;
  if (Math.random() < 0.4) {
    if (terminateBackend(dataFolder)) ledger.count('connections terminated');
    continue;
  }
  const victim = pick(all);
  const signal = pick(['SIGKILL', 'SIGTERM'] as const);
  await victim.end(signal);
  ledger.count(`${victim === worker ? 'worker' : 'web'} ${signal}`);
  await victim.start();
}
await Promise.all(load);
say('the load has ended; looking at what is left of what was promised');

const mailsSent = () => worker.printed().split('Subject: Choose a new password').length - 1;
const deadline = Date.now() + 120_000;
while (mailsSent() < ledger.resetMails && Date.now() < deadline) await wait(500);
let [lost, twice] = [0, 0];
const answers = new Map<string, number>();
for (const person of people) {
  await person.signIn().catch(() => undefined);
  const found = await person.audit();
  lost += found.lost;
  twice += found.twice;
  for (const status of found.answers) answers.set(status, (answers.get(status) ?? 0) + 1);
}
for (const one of all) await one.end('SIGTERM');

const lostMails = Math.max(0, ledger.resetMails - mailsSent());
const forbidden = [...ledger.errors].filter(([kind]) => !allowedErrors.has(kind));
const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
const writes =
  sum([...ledger.businesses.values()].map(({ size }) => size)) +
  sum([...ledger.questions.values()].map(({ length }) => length));
const rows: [string, string | number][] = [
  ...[...ledger.counts].sort(),
  ...[...ledger.errors].sort().map(([kind, count]): [string, number] => [`error: ${kind}`, count]),
  ['acknowledged writes', writes],
  ['**lost acknowledged writes**', lost],
  ['rows that are there twice', twice],
  ...[...answers].sort().map(([status, count]): [string, number] => [`answers ${status}`, count]),
  ['answers without an end', answers.get('streaming') ?? 0],
  ['mails promised / sent', `${ledger.resetMails} / ${mailsSent()}`],
  ['**lost mails**', lostMails],
  ['errors that may not be', sum(forbidden.map(([, count]) => count))],
];
const cells = [['what', 'count'], ...rows].map(([what, count]) => [String(what), String(count)] as const);
const [left, right] = [0, 1].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
const lines = cells.map(([what, count]) => `| ${what.padEnd(left ?? 0)} | ${count.padStart(right ?? 0)} |`);
lines.splice(1, 0, `| ${'-'.repeat(left ?? 0)} | ${'-'.repeat((right ?? 0) - 1)}: |`);
const table = `# Endurance

Two web processes and a worker on one embedded PostgreSQL, ${people.length} people, ${minutes} minutes of mixed load and random kills;
\`pnpm endurance --minutes ${minutes}\` on ${new Date().toISOString().slice(0, 16)}Z.

${lines.join('\n')}
`;
process.stdout.write(`\n${table}\n`);
writeFileSync(new URL('../ENDURANCE.md', import.meta.url), table);
const isWhole =
  lost === 0 && twice === 0 && lostMails === 0 && forbidden.length === 0 && !answers.has('streaming');
process.exit(isWhole ? 0 : 1);
