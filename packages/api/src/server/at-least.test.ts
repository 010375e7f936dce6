import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atLeast } from './at-least.ts';
import { defaultSignInLimits } from './sign-in-limits.ts';

describe('an answer that takes its time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['succeeds at once', () => Promise.resolve('found')],
    ['fails at once', () => Promise.reject(new Error('refused'))],
  ])('does not come early when the work %s', async (_how, work) => {
    const settled = vi.fn();
    void atLeast(150, work()).then(settled, settled);
    await vi.advanceTimersByTimeAsync(149);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledOnce();
  });

  it('is the rule for sign-in, so that a skipped password hash does not show', () => {
    // A hash takes some 50 ms; whether one is made must not be seen from outside.
    expect(defaultSignInLimits.answerAfterMs).toBeGreaterThanOrEqual(150);
  });
});
