import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Coalesced } from './coalesced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that the test lets finish, and that notes when it began. */
function heldWork() {
  const begun: number[] = [];
  const running: PromiseWithResolvers<void>[] = [];
  const work = () => {
    begun.push(Date.now());
    const run = Promise.withResolvers<void>();
    running.push(run);
    return run.promise;
  };
  return { begun, running, work };
}

const passed = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms));

describe('coalesced work', () => {
  it('runs once for many requests that come while it runs', async () => {
    const { begun, running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    coalesced.request();
    await passed(100);
    coalesced.request();
    coalesced.request();
    coalesced.request();
    running[0]?.resolve();
    await passed(100);
    running[1]?.resolve();
    await coalesced.settle();

    expect(begun).toHaveLength(2);
  });

  it('never runs twice at once, however slow it is', async () => {
    const { begun, running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    coalesced.request();
    await passed(10_000);
    coalesced.request();
    await passed(10_000);

    expect(begun).toHaveLength(1);
    running[0]?.resolve();
    await passed(0);
    expect(begun).toHaveLength(2);
  });

  it('leaves the gap between two starts, and starts at once after a pause', async () => {
    const { begun, running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    const startedAt = Date.now();
    coalesced.request();
    running[0]?.resolve();
    await passed(10);
    coalesced.request();
    await passed(100);
    running[1]?.resolve();
    await passed(100);
    coalesced.request();

    expect(begun.map((at) => at - startedAt)).toEqual([0, 40, 210]);
  });

  it('goes on after the gap where the clock was set back meanwhile', async () => {
    const { begun, running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    coalesced.request();
    running[0]?.resolve();
    await passed(10);
    vi.setSystemTime(Date.now() - 3_600_000);
    coalesced.request();
    await passed(40);

    expect(begun).toHaveLength(2);
  });

  it('settles when everything requested has run, and at once when nothing has been', async () => {
    const { running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    await coalesced.settle();
    coalesced.request();
    let hasSettled = false;
    const settling = coalesced.settle().then(() => {
      hasSettled = true;
    });
    coalesced.request();
    await passed(100);
    expect(hasSettled).toBe(false);
    running[0]?.resolve();
    await passed(100);
    running[1]?.resolve();
    await settling;

    expect(hasSettled).toBe(true);
  });

  it('reports a failed run when it is asked to settle, and runs nothing after it', async () => {
    const { begun, running, work } = heldWork();
    const coalesced = new Coalesced(work, 40);
    coalesced.request();
    running[0]?.reject(new Error('no'));
    await passed(100);
    coalesced.request();
    await passed(100);

    await expect(coalesced.settle()).rejects.toThrow('no');
    expect(begun).toHaveLength(1);
  });
});
