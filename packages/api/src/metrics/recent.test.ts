import { expect, it } from 'vitest';
import { recent } from './recent.ts';

it('asks once for everybody who asks within the time', async () => {
  let [time, asked] = [0, 0];
  const read = recent(async () => ++asked, { keptMs: 100, timeoutMs: 60_000, now: () => time });

  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  time = 99;
  expect(await read()).toBe(1);
  time = 100;
  expect(await read()).toBe(2);
});

it('keeps no failure', async () => {
  let fails = true;
  const read = recent(() => (fails ? Promise.reject(new Error('down')) : Promise.resolve('up')), {
    keptMs: 100,
    timeoutMs: 60_000,
  });

  await expect(read()).rejects.toThrow('down');
  fails = false;
  expect(await read()).toBe('up');
});

it('waits only so long for an answer that does not come, and puts the question once', async () => {
  let asked = 0;
  const answer = Promise.withResolvers<string>();
  const ask = () => {
    asked += 1;
    return answer.promise;
  };
  const read = recent(ask, { keptMs: 100, timeoutMs: 1 });

  await expect(read()).rejects.toThrow('no answer in time');
  await expect(read()).rejects.toThrow('no answer in time');
  expect(asked).toBe(1);
  answer.resolve('late');
  expect(await read()).toBe('late');
});
