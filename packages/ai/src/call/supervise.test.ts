import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { supervise } from './supervise.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the supervision of a call', () => {
  it('ends a call that says nothing in time', () => {
    using call = supervise({ stop: undefined, silenceMs: 100 });
    vi.advanceTimersByTime(99);
    expect(call.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(call.signal.aborted).toBe(true);
    expect(call.verdict()?.code).toBe('MODEL_TIMEOUT');
  });

  it('starts a new wait each time the model speaks', () => {
    using call = supervise({ stop: undefined, silenceMs: 100 });
    vi.advanceTimersByTime(90);
    call.heard(50);
    vi.advanceTimersByTime(49);
    expect(call.verdict()).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(call.verdict()?.code).toBe('MODEL_TIMEOUT');
  });

  it('ends a call at once when its caller stops it, before or during the call', () => {
    const stop = new AbortController();
    using during = supervise({ stop: stop.signal, silenceMs: 100 });
    stop.abort();
    using before = supervise({ stop: stop.signal, silenceMs: 100 });
    for (const call of [during, before]) {
      expect(call.signal.aborted).toBe(true);
      expect(call.verdict()?.code).toBe('MODEL_STOPPED');
    }
  });

  it('keeps its first verdict', () => {
    const stop = new AbortController();
    using call = supervise({ stop: stop.signal, silenceMs: 100 });
    stop.abort();
    call.heard(10);
    vi.advanceTimersByTime(1000);
    expect(call.verdict()?.code).toBe('MODEL_STOPPED');
  });

  it('leaves no timer and no listener behind, and ends what still runs upstream', () => {
    const stop = new AbortController();
    const call = supervise({ stop: stop.signal, silenceMs: 100 });
    call[Symbol.dispose]();
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(call.signal.aborted).toBe(true);
    expect(call.verdict()).toBeUndefined();
  });
});
