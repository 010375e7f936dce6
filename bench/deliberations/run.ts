import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { forMs, timeList, timesHeader, timesRow } from '../beside/chidi-list.ts';
import { Visitor } from '../beside/visitor.ts';
import { siteProcess } from '../endurance/site-process.ts';
import { percentile } from '../load/percentile.ts';
import { table } from '../report/table.ts';
import { deliberate } from './deliberate.ts';

// pnpm deliberations: how long Chidi's list takes alone, while many deliberations are rehearsed in the same process, and afterwards.
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    pace: { type: 'string', default: '30' },
  },
});
const aloneMs = Number(values.seconds) * 1_000;
const perPerson = 5;
const folder = mkdtempSync(join(tmpdir(), 'commons-deliberations-'));
const say = (text: string) => process.stderr.write(`${text}\n`);
const site = siteProcess('site', 'all', 4103, folder, {
  OFFLINE_MODEL_PACE_MS: values.pace,
  QUERIES_PER_MINUTE: '10000000',
});

try {
  say('Starting the site …');
  await site.start();
  const reader = await Visitor.arrive(site.url);
  const people: Visitor[] = [];
  for (let count = 0; count < Number(values.sessions); count += perPerson) {
    const person = await Visitor.arrive(site.url);
    await person.mutate('/boardofone/trpc/account.consent', { isGiven: true });
    people.push(person);
  }
  await timeList(reader, forMs(3_000));
  say('Alone …');
  const before = await timeList(reader, forMs(aloneMs));
  say(`With ${values.sessions} deliberations …`);
  let isDone = false;
  const all = Array.from({ length: Number(values.sessions) }, (_, index) => people[index % people.length]);
  const deliberations = Promise.all(all.flatMap((person) => (person ? [deliberate(person)] : []))).finally(
    () => {
      isDone = true;
    },
  );
  const [during, durations] = await Promise.all([timeList(reader, () => isDone), deliberations]);
  say('Alone again …');
  const after = await timeList(reader, forMs(aloneMs));
  process.stdout.write(
    `${table(timesHeader, [
      timesRow('Chidi’s list alone', before),
      timesRow(`beside ${values.sessions} deliberations`, during),
      timesRow('alone again', after),
    ])}\n\nA deliberation took ${(percentile(durations, 0.5) / 1_000).toFixed(0)} s, the longest ${(Math.max(...durations) / 1_000).toFixed(0)} s.\n`,
  );
} finally {
  await site.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
