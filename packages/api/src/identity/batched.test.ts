import { describe, expect, it } from 'vitest';
import { batched } from './batched.ts';

/** A lookup that answers only when told to. */
function heldLookUp() {
  const calls: { keys: string[]; answer: PromiseWithResolvers<Map<string, string>> }[] = [];
  const look = batched((keys: string[]) => {
    const answer = Promise.withResolvers<Map<string, string>>();
    calls.push({ keys, answer });
    return answer.promise;
  });
  return { look, calls };
}

const found = (...keys: string[]) => new Map(keys.map((key) => [key, `value of ${key}`]));

describe('a batched lookup', () => {
  it('asks once for everything that is asked for in one turn, and gives each its own', async () => {
    const { look, calls } = heldLookUp();
    const answers = Promise.all([look('a'), look('b'), look('a'), look('missing')]);
    await Promise.resolve();
    calls[0]?.answer.resolve(found('b', 'a'));

    expect(await answers).toEqual(['value of a', 'value of b', 'value of a', undefined]);
    expect(calls.map(({ keys }) => keys)).toEqual([['a', 'b', 'missing']]);
  });

  it('collects for the next round whatever is asked for meanwhile', async () => {
    const { look, calls } = heldLookUp();
    const first = look('a');
    await Promise.resolve();
    const later = Promise.all([look('b'), look('a')]);
    calls[0]?.answer.resolve(found('a'));
    await first;
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.answer.resolve(found('a', 'b'));

    expect(await later).toEqual(['value of b', 'value of a']);
    expect(calls[1]?.keys).toEqual(['b', 'a']);
  });

  it('fails those who asked in the round that failed, and nobody after', async () => {
    const { look, calls } = heldLookUp();
    const first = look('a');
    await Promise.resolve();
    calls[0]?.answer.reject(new Error('database gone'));
    await expect(first).rejects.toThrow('database gone');
    const second = look('a');
    await expect.poll(() => calls.length).toBe(2);
    calls[1]?.answer.resolve(found('a'));

    expect(await second).toBe('value of a');
  });
});
