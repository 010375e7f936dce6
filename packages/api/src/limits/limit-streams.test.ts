import { describe, expect, it } from 'vitest';
import { limitStreams } from './limit-streams.ts';
import { openStreams } from './open-streams.ts';

interface Answer {
  ok: boolean;
  data?: unknown;
}

/** Opens streams of one person, of whom one at a time may be open. */
function person(name = 'anna', streams = openStreams(1)) {
  return async (data: unknown, { ok = true, signal = new AbortController().signal } = {}) => {
    const ctx = { openStream: () => streams.open(name), signal };
    const answer: Answer = await limitStreams({
      ctx,
      type: 'subscription',
      next: async () => ({ ok, data }),
    });
    return (answer.data as AsyncIterable<number> | undefined)?.[Symbol.asyncIterator]();
  };
}

async function* numbers(error?: Error) {
  yield 1;
  if (error) throw error;
}

const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'open',
    ({ code, retryAfterMs }) => (retryAfterMs > 0 ? code : 'no time to wait'),
  );

describe('streams of one person', () => {
  it('are limited as long as they are open, and nobody else’s are', async () => {
    const streams = openStreams(1);
    const anna = person('anna', streams);
    const stream = await anna(numbers());
    await stream?.next();

    expect(await outcomeOf(anna(numbers()))).toBe('RATE_LIMITED');
    expect(await outcomeOf(person('ben', streams)(numbers()))).toBe('open');
  });

  it('make room when one has come to its end', async () => {
    const open = person();
    const stream = await open(numbers());
    expect([await stream?.next(), await stream?.next()]).toMatchObject([{ value: 1 }, { done: true }]);

    expect(await outcomeOf(open(numbers()))).toBe('open');
  });

  it('make room when one fails', async () => {
    const open = person();
    const stream = await open(numbers(new Error('broken')));
    await stream?.next();
    await expect(stream?.next()).rejects.toThrow('broken');

    expect(await outcomeOf(open(numbers()))).toBe('open');
  });

  it('make room once, whoever ends one and how often', async () => {
    const open = person();
    const client = new AbortController();
    const stream = await open(numbers(), { signal: client.signal });
    await stream?.return?.();
    const next = await open(numbers());
    client.abort();
    await stream?.return?.();

    expect(await outcomeOf(open(numbers()))).toBe('RATE_LIMITED');
    await next?.return?.();
    expect(await outcomeOf(open(numbers()))).toBe('open');
  });

  it('make room when a client leaves, also before anybody has read', async () => {
    const open = person();
    const client = new AbortController();
    await open(numbers(), { signal: client.signal });
    client.abort();

    expect(await outcomeOf(open(numbers(), { signal: AbortSignal.abort() }))).toBe('open');
    expect(await outcomeOf(open(numbers()))).toBe('open');
  });

  it('make room when one is refused', async () => {
    const open = person();
    await open(undefined, { ok: false });

    expect(await outcomeOf(open(numbers()))).toBe('open');
  });
});
