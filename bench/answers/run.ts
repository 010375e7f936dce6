import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { forMs, timeList, timesHeader, timesRow } from '../beside/chidi-list.ts';
import { Visitor } from '../beside/visitor.ts';
import { siteProcess } from '../endurance/site-process.ts';
import { table } from '../report/table.ts';
import { Asker } from './asker.ts';
import { Gaps } from './gaps.ts';

// pnpm answers: how smoothly many answers are read that are written at once, and what whoever asks for a list meanwhile notices.
const { values } = parseArgs({
  options: { answers: { type: 'string', default: '100' }, seconds: { type: 'string', default: '20' } },
});
const perPerson = 5;
const settleMs = 3_000;
const betweenStartsMs = 10;
const folder = mkdtempSync(join(tmpdir(), 'commons-answers-'));
const say = (text: string) => process.stderr.write(`${text}\n`);
const site = siteProcess('site', 'all', 4104, folder, {
  OFFLINE_MODEL_PACE_MS: '50',
  QUERIES_PER_MINUTE: '10000000',
});

try {
  say('Starting the site …');
  await site.start();
  const reader = await Visitor.arrive(site.url);
  const people: Asker[] = [];
  while (people.length * perPerson < Number(values.answers)) people.push(await Asker.arrive(site.url));
  await timeList(reader, forMs(settleMs));
  say('Alone …');
  const alone = await timeList(reader, forMs(Number(values.seconds) * 500));

  say(`With ${values.answers} answers …`);
  const gaps = new Gaps();
  let isOver = false;
  const keepAsking = async (asker: Asker) => {
    while (!isOver) await asker.ask(gaps.reader());
  };
  const asking: Promise<void>[] = [];
  for (let count = 0; count < Number(values.answers); count += 1) {
    const asker = people[count % people.length];
    if (asker) asking.push(keepAsking(asker));
    await wait(betweenStartsMs);
  }
  await wait(settleMs);
  gaps.isCounting = true;
  const [cpuBefore, began] = [site.cpuMs(), performance.now()];
  const beside = await timeList(reader, forMs(Number(values.seconds) * 1_000));
  const tookMs = performance.now() - began;
  gaps.isCounting = false;
  const cpuShare = (site.cpuMs() - cpuBefore) / tookMs;
  isOver = true;
  await Promise.all(asking);

  const rows = [
    timesRow('Chidi’s list alone', alone),
    timesRow(`beside ${values.answers} answers`, beside),
    timesRow('between two pieces of an answer', gaps.ms),
  ];
  process.stdout.write(
    `${table(timesHeader, rows)}\n\n${((gaps.ms.length / tookMs) * 1_000).toFixed(0)} pieces a second, ${(cpuShare * 100).toFixed(0)} % of a core for the server.\n`,
  );
} finally {
  await site.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
