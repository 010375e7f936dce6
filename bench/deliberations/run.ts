import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { siteProcess } from '../endurance/site-process.ts';
import { percentile } from '../load/percentile.ts';
import { table } from '../report/table.ts';
import { deliberate } from './deliberate.ts';
import { Visitor } from './visitor.ts';

// pnpm deliberations: how long Chidi's list takes alone, while many deliberations are rehearsed in the same process, and afterwards.
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '20' },
    pace: { type: 'string', default: '30' },
  },
});
const aloneMs = Number(values.seconds) * 1_000;
const pauseMs = 20;
const perPerson = 5;
const folder = mkdtempSync(join(tmpdir(), 'commons-deliberations-'));
const say = (text: string) => process.stderr.write(`${text}\n`);
const site = siteProcess('site', 'all', 4103, folder, {
  OFFLINE_MODEL_PACE_MS: values.pace,
  QUERIES_PER_MINUTE: '10000000',
});

/** Asks for the list again and again until it is to stop, and keeps how long each answer took. */
async function measure(reader: Visitor, isOver: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await reader.query('/chidi/trpc/contexts.list');
    times.push(performance.now() - began);
    await wait(pauseMs);
  }
  return times;
}

function forMs(durationMs: number): () => boolean {
  const end = performance.now() + durationMs;
  return () => performance.now() > end;
}

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
  await measure(reader, forMs(3_000));
  say('Alone …');
  const before = await measure(reader, forMs(aloneMs));
  say(`With ${values.sessions} deliberations …`);
  let isDone = false;
  const all = Array.from({ length: Number(values.sessions) }, (_, index) => people[index % people.length]);
  const deliberations = Promise.all(all.flatMap((person) => (person ? [deliberate(person)] : []))).finally(
    () => {
      isDone = true;
    },
  );
  const [during, durations] = await Promise.all([measure(reader, () => isDone), deliberations]);
  say('Alone again …');
  const after = await measure(reader, forMs(aloneMs));
  const row = (name: string, times: readonly number[]) => [
    name,
    String(times.length),
    ...[0.5, 0.95, 0.99, 1].map((share) => `${percentile(times, share).toFixed(1)} ms`),
  ];
  process.stdout.write(
    `${table(
      ['Chidi’s list', 'asked', 'p50', 'p95', 'p99', 'longest'],
      [
        row('alone', before),
        row(`beside ${values.sessions} deliberations`, during),
        row('alone again', after),
      ],
    )}\n\nA deliberation took ${(percentile(durations, 0.5) / 1_000).toFixed(0)} s, the longest ${(Math.max(...durations) / 1_000).toFixed(0)} s.\n`,
  );
} finally {
  await site.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
