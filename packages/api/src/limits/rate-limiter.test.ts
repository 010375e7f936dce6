import { afterEach, describe, expect, it, vi } from 'vitest';
import { rateLimiter } from './rate-limiter.ts';

const rule = { max: 2, windowMs: 1_000 };

describe('the rate limiter', () => {
  afterEach(() => void vi.useRealTimers());

  it('starts anew when the window is over, where the clock was set back meanwhile as well', () => {
    vi.useFakeTimers();
    const limiter = rateLimiter();
    for (let count = 0; count < 3; count += 1) limiter.take('a', rule);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(limiter.take('a', rule)).toBe(1_000);
    vi.advanceTimersByTime(1_000);
    expect(limiter.take('a', rule)).toBeUndefined();
  });

  it('lets the first attempts pass and then says how long to wait', () => {
    let now = 0;
    const limiter = rateLimiter(() => now);

    expect([limiter.take('a', rule), limiter.take('a', rule)]).toEqual([undefined, undefined]);
    now = 400;
    expect(limiter.take('a', rule)).toBe(600);
    expect(limiter.take('b', rule)).toBeUndefined();
  });

  it('starts anew when the window is over or the key is cleared', () => {
    let now = 0;
    const limiter = rateLimiter(() => now);
    for (let count = 0; count < 3; count += 1) limiter.take('a', rule);
    now = 1_000;
    expect(limiter.take('a', rule)).toBeUndefined();
    limiter.take('a', rule);
    limiter.clear('a');
    expect(limiter.take('a', rule)).toBeUndefined();
  });

  it('keeps its memory bounded under a flood of keys', () => {
    const limiter = rateLimiter(() => 0);
    for (let count = 0; count < 3; count += 1) limiter.take('first', rule);
    for (let count = 0; count < 50_000; count += 1) limiter.take(`flood ${count}`, rule);

    expect(limiter.take('first', rule)).toBeUndefined();
  });

  it('rarely looks at every key, also under a flood of them', () => {
    let readings = 0;
    const limiter = rateLimiter(() => {
      readings += 1;
      return 0;
    });
    for (let count = 0; count < 50_200; count += 1) limiter.take(`flood ${count}`, rule);

    // A few per attempt; looking at every key at each attempt above the maximum would make it ten million.
    expect(readings).toBeLessThan(5 * 50_200);
  });
});
