import { expect, it } from 'vitest';
import { sharedFor } from './shared-for.ts';

it('runs once for everybody who asks within the time, and again afterwards, even if it hangs', async () => {
  let clock = 0;
  const runs: string[] = [];
  const hanging = new Promise<string>(() => undefined);
  const ask = sharedFor(
    1_000,
    async (who: string) => {
      runs.push(who);
      return runs.length === 2 ? hanging : who;
    },
    () => clock,
  );

  expect(await Promise.all([ask('anna'), ask('ben')])).toEqual(['anna', 'anna']);
  clock = 999;
  expect(await ask('carla')).toBe('anna');
  clock = 1_000;
  void ask('dora');
  clock = 2_000;
  expect(await ask('emil')).toBe('emil');
  expect(runs).toEqual(['anna', 'dora', 'emil']);
});
