import { expect, it } from 'vitest';
import type { SignedInContext } from './procedures.ts';
import { sessionGuarded } from './session-guarded.ts';

/** What the guard asks of a context: a session that has ended, without anybody having said so. */
const ended = {
  signal: new AbortController().signal,
  watchSession: () => ({ ended: new AbortController().signal, [Symbol.dispose]() {} }),
  sessionStillValid: async () => false,
} as unknown as SignedInContext;

it('a stream whose session has ended lets go of what its source had opened beforehand', async () => {
  const opened: AbortSignal[] = [];
  const events = sessionGuarded(ended, (signal) => {
    opened.push(signal);
    return (async function* () {
      yield 'first';
    })();
  });

  await expect(events.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(opened.map(({ aborted }) => aborted)).toEqual([true]);
});
