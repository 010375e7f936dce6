import { cpus } from 'node:os';
import type { Rounds } from '../measure-rounds.ts';
import type { StreamFigures } from '../measure-streams.ts';
import { figure, ratio, show } from './spread.ts';
import { table } from './table.ts';

/** Everything that was measured, and how. */
export interface Results {
  lists: Rounds;
  inserts: Rounds;
  batches: Rounds;
  streams: StreamFigures;
  plan: { rounds: number; sliceMs: number; manyRows: number; rows: number };
  quick: boolean;
}

/** The results beside the goals, as a document. */
export function report({ lists, inserts, batches, streams, plan, quick }: Results): string {
  const batch = ratio(batches, 'a batch of 20', 'one call', ({ p50Ms = Number.NaN }) => p50Ms);
  const usualBatch = ratio(
    batches,
    'usual, a batch of 20',
    'usual, one call',
    ({ p50Ms = Number.NaN }) => p50Ms,
  );
  const goals = [
    [
      'list of 20 with session check under RLS, product against usual',
      show(ratio(lists, 'product', 'usual')),
      '≥ 1.0, better 1.3',
    ],
    ['one insert, product against usual', show(ratio(inserts, 'product', 'usual')), '≥ 1.0'],
    [
      'list in the product, RLS and context against neither',
      show(ratio(lists, 'product', 'product, no RLS, no context')),
      '≥ 0.85',
    ],
    [
      `time of a list at ${plan.manyRows.toLocaleString('en')} rows against ${plan.rows.toLocaleString('en')}`,
      show(ratio(lists, 'product', 'product, a million rows')),
      '≤ 1.3',
    ],
    ['time of 20 calls in one batch against one call', show(batch), '≤ 4'],
    ['the same of the usual app', show(usualBatch), ''],
    [
      `memory per idle stream (${streams.idleStreams} open)`,
      `${streams.kbPerIdleStream.toFixed(0)} KB`,
      '≤ 75 KB',
    ],
    [
      `p99 delay of a frame, ${streams.speaking} streams of 20 tokens/s`,
      `${streams.p99DelayMs.toFixed(0)} ms`,
      '≤ 100 ms',
    ],
    ['the same, CPU of the server', `${(streams.cpuShare * 100).toFixed(0)} % of a core`, '≤ 60 %'],
    ['memory of a server nobody has asked anything', `${streams.freshMb.toFixed(0)} MB`, '≤ 250 MB'],
  ];
  return `# What was measured

Written by \`pnpm bench\`${quick ? ' --quick, whose short rounds are good for a first look only' : ''} on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, embedded PostgreSQL, ${cpus().length} cores. [README.md](README.md) says what each
variant is. Figures of one table come from the same ${plan.rounds} rounds of ${plan.sliceMs} ms each; they are medians, with the quartiles in brackets. A ratio is
taken within a round. Absolute figures belong to this machine and hour.

${table(['goal', 'result', 'wanted'], goals)}
## A list of 20

${variants(lists)}
## One insert

${variants(inserts)}
## Batches, one connection

${variants(batches, 'one call')}`;
}

function variants(rounds: Rounds, reference = 'usual'): string {
  const rows = Object.keys(rounds[0] ?? {}).map((name) => [
    name,
    show(ratio(rounds, name, reference)),
    show(
      figure(rounds, name, ({ perSecond }) => perSecond),
      0,
    ),
    show(
      figure(rounds, name, ({ cpuUs }) => cpuUs),
      0,
    ),
    show(
      figure(rounds, name, ({ p50Ms }) => p50Ms),
      1,
    ),
    show(
      figure(rounds, name, ({ p99Ms }) => p99Ms),
      1,
    ),
    show(
      figure(rounds, name, ({ loadShare }) => loadShare && loadShare * 100),
      0,
    ),
  ]);
  return table(
    [
      'variant',
      `ratio to “${reference}”`,
      'per second',
      'server CPU µs each',
      'median ms',
      'p99 ms',
      'load generator, % of a core',
    ],
    rows,
  );
}
