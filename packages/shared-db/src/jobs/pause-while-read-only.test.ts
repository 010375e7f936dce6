import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isReadOnlyError, pauseWhileReadOnly } from './pause-while-read-only.ts';

let isReadOnly = false;
const asked: string[] = [];
const changes: boolean[] = [];
const open = () =>
  pauseWhileReadOnly(
    {
      async executeSql(text) {
        asked.push(text);
        if (isReadOnly) throw Object.assign(new Error('read-only'), { code: '25006' });
        if (text === 'broken') throw new Error('broken');
        return { rows: [] };
      },
    },
    (now) => changes.push(now),
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  isReadOnly = false;
  asked.length = 0;
  changes.length = 0;
});
afterEach(() => vi.useRealTimers());

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isReadOnlyError(error) ? 'read-only' : 'failed'),
  );

it('asks a database that takes no writes only now and then, and says so once', async () => {
  const database = open();
  isReadOnly = true;
  const many = () => Promise.all(Array.from({ length: 20 }, () => outcome(database.executeSql('fetch'))));
  expect(await outcome(database.executeSql('fetch'))).toBe('read-only');
  expect(await many()).toEqual(Array(20).fill('read-only'));
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(6_000);
  expect(await many()).toEqual(Array(20).fill('read-only'));
  expect(asked).toHaveLength(2);
  expect(changes).toEqual([true]);
});

it('goes on when the database writes again, and says so once', async () => {
  const database = open();
  isReadOnly = true;
  await outcome(database.executeSql('fetch'));
  isReadOnly = false;
  vi.advanceTimersByTime(6_000);
  expect(await outcome(database.executeSql('first'))).toBe('done');
  expect(await outcome(database.executeSql('second'))).toBe('done');
  expect(asked.slice(-2)).toEqual(['first', 'second']);
  expect(changes).toEqual([true, false]);
});

it('goes on as soon where the clock was set back meanwhile', async () => {
  const database = open();
  isReadOnly = true;
  await outcome(database.executeSql('fetch'));
  isReadOnly = false;
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(6_000);
  expect(await outcome(database.executeSql('first'))).toBe('done');
});

it('leaves other failures as they are', async () => {
  const database = open();
  expect(await outcome(database.executeSql('broken'))).toBe('failed');
  expect(await outcome(database.executeSql('fetch'))).toBe('done');
  expect(changes).toEqual([]);
});
