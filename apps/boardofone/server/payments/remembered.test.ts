import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

const at = (ms: number) => new Date(ms);

it('asks once for everybody until it is old, and again at once after a failure', async () => {
  let asked = 0;
  const ask = remembered(async () => {
    asked += 1;
    if (asked === 1) throw new Error('away');
    return asked;
  }, 1_000);

  await expect(Promise.all([ask(at(0)), ask(at(0))])).rejects.toThrow('away');
  expect(asked).toBe(1);
  expect(await Promise.all([ask(at(1)), ask(at(1_000))])).toEqual([2, 2]);
  expect(await ask(at(1_001))).toBe(3);
});
