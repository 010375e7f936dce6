import { type Check, ok, wrong } from '../check.ts';

const toleranceMs = 5_000;

/** Server and database agree on the time, by which sessions expire. */
export const clock: Check = {
  name: 'clock',
  run: async ({ owner }) => {
    const before = Date.now();
    const [row] = await owner<[{ ms: string }]>`select extract(epoch from clock_timestamp()) * 1000 as ms`;
    const after = Date.now();
    const aheadMs = Math.round(Number(row.ms) - (before + after) / 2);
    const tookMs = after - before;
    if (Math.abs(aheadMs) <= toleranceMs + tookMs) return ok('database and this machine agree');
    return wrong(
      `the database is ${Math.abs(aheadMs)} ms ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine`,
      'Let both set their clocks by NTP.',
    );
  },
};
