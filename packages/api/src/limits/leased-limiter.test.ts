import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demand, Grant } from './allowances.ts';
import { chunkOf, LeasedLimiter } from './leased-limiter.ts';

const key = 'anna';

/** An allowance of `amount` calls in all, and how often it was asked for. */
function pot(amount: number) {
  let left = amount;
  let asked = 0;
  return {
    take: async (demands: readonly Demand[]): Promise<Grant[]> => {
      asked += 1;
      return demands.map(({ wanted }) => {
        const granted = Math.min(wanted, left);
        left -= granted;
        return { granted, retryAfterMs: granted < wanted ? 500 : 0 };
      });
    },
    giveBack: (demands: readonly Demand[]) => {
      for (const { wanted } of demands) left += wanted;
    },
    asked: () => asked,
    left: () => left,
  };
}

const admits = async (limiter: LeasedLimiter, rule: { max: number; windowMs: number }) =>
  (await limiter.admit(key, rule)) === undefined;

describe('a limiter with leases', () => {
  it('never admits more than was granted, however many processes share the allowance', async () => {
    const step = fc.record({
      process: fc.nat(3),
      calls: fc.integer({ min: 1, max: 40 }),
      waitMs: fc.nat(40_000),
      stops: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.array(step, { maxLength: 40 }),
        async (max, steps) => {
          const rule = { max, windowMs: 60_000 };
          const shared = pot(max);
          let now = 0;
          const processes = Array.from({ length: 4 }, () => new LeasedLimiter(shared.take, () => now));
          let admitted = 0;
          for (const { process, calls, waitMs, stops } of steps) {
            const limiter = processes[process] as LeasedLimiter;
            const outcomes = await Promise.all(Array.from({ length: calls }, () => admits(limiter, rule)));
            admitted += outcomes.filter(Boolean).length;
            if (stops) shared.giveBack(limiter.surrender());
            now += waitMs;
          }
          expect(admitted + shared.left()).toBeLessThanOrEqual(max);
        },
      ),
    );
  });

  it('admits all that there is when one process alone asks, whatever comes at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 500 }),
        async (max, calls) => {
          const limiter = new LeasedLimiter(pot(max).take, () => 0);
          const rule = { max, windowMs: 60_000 };
          const outcomes = await Promise.all(Array.from({ length: calls }, () => admits(limiter, rule)));
          expect(outcomes.filter(Boolean)).toHaveLength(Math.min(max, calls));
        },
      ),
    );
  });

  it('loses nothing of a lease to calls that come while it is asked for', async () => {
    const rule = { max: 1_000, windowMs: 60_000 };
    const shared = pot(1_000);
    const slow = async (demands: readonly Demand[]) => {
      await new Promise((resolve) => setImmediate(resolve));
      return shared.take(demands);
    };
    const limiter = new LeasedLimiter(slow, () => 0);
    const first = limiter.admit(key, rule);
    await Promise.resolve();
    await Promise.all([first, limiter.admit(key, rule)]);
    await new Promise((resolve) => setImmediate(resolve));

    expect([shared.asked(), limiter.surrender()[0]?.wanted]).toEqual([1, 48]);
  });

  it('asks once for many calls', async () => {
    const rule = { max: 1_000, windowMs: 60_000 };
    const shared = pot(1_000);
    const limiter = new LeasedLimiter(shared.take, () => 0);
    for (let count = 0; count < chunkOf(rule); count += 1) await limiter.admit(key, rule);

    expect([chunkOf(rule), shared.asked()]).toEqual([50, 1]);
  });

  it('takes nothing in advance of an allowance of up to twenty', async () => {
    const rule = { max: 20, windowMs: 60_000 };
    const shared = pot(20);
    const limiter = new LeasedLimiter(shared.take, () => 0);
    await limiter.admit(key, rule);

    expect(shared.left()).toBe(19);
  });

  it('asks again for what was not used in time', async () => {
    const rule = { max: 1_000, windowMs: 60_000 };
    const shared = pot(1_000);
    let now = 0;
    const limiter = new LeasedLimiter(shared.take, () => now);
    await limiter.admit(key, rule);
    now = 15_000;
    await limiter.admit(key, rule);

    expect(shared.asked()).toBe(2);
  });

  it('says how long to wait, without asking again meanwhile', async () => {
    const rule = { max: 1, windowMs: 60_000 };
    const shared = pot(1);
    let now = 0;
    const limiter = new LeasedLimiter(shared.take, () => now);
    await limiter.admit(key, rule);
    expect(await limiter.admit(key, rule)).toBe(500);
    now = 200;

    expect(limiter.admit(key, rule)).toBe(300);
    expect(shared.asked()).toBe(2);
  });

  it('hands on that it could not ask', async () => {
    const limiter = new LeasedLimiter(() => Promise.reject(new Error('gone')));

    await expect(limiter.admit(key, { max: 5, windowMs: 1_000 })).rejects.toThrow('gone');
  });

  it('keeps its memory bounded under a flood of keys', async () => {
    const limiter = new LeasedLimiter(pot(1e9).take, () => 0);
    const rule = { max: 1_000, windowMs: 60_000 };
    for (let count = 0; count < 50_000; count += 1) await limiter.admit(`flood ${count}`, rule);

    expect(limiter.surrender().length).toBeLessThanOrEqual(20_000);
  });
});
