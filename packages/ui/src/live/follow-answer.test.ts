import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FollowAnswerOptions, followAnswer } from './follow-answer.ts';

type Handlers = Parameters<FollowAnswerOptions['subscribe']>[1];

/** A follower and the streams that it has opened so far. */
function follow(text = '') {
  const opened: { offset: number; handlers: Handlers; closed: boolean }[] = [];
  const seen = { text, ends: [] as string[], lost: 0, connected: true };
  const stop = followAnswer({
    text,
    subscribe: (offset, handlers) => {
      const stream = { offset, handlers, closed: false };
      opened.push(stream);
      return { unsubscribe: () => Object.assign(stream, { closed: true }) };
    },
    onText: (next) => Object.assign(seen, { text: next }),
    onEnd: (_, final) => seen.ends.push(final),
    onConnection: (connected) => Object.assign(seen, { connected }),
    onLost: () => seen.lost++,
  });
  const newest = () => opened.at(-1) as (typeof opened)[number];
  return { opened, seen, stop, newest };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('following an answer', () => {
  it('asks for what comes after the text that is shown', () => {
    expect(follow('Good morn').newest().offset).toBe(9);
  });

  it('yields the exact text through any repetitions and refusals of the stream', () => {
    const drops = fc.array(fc.record({ length: fc.nat(9), again: fc.nat(20), refused: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), drops, (answer, steps) => {
        const { seen, newest } = follow();
        for (const { length, again, refused } of steps) {
          const offset = Math.max(0, seen.text.length - again);
          newest().handlers.onData({
            type: 'text',
            offset,
            text: answer.slice(offset, offset + again + length),
          });
          if (!refused) continue;
          newest().handlers.onError(new Error('refused'));
          vi.runOnlyPendingTimers();
          expect(newest().offset).toBe(seen.text.length);
        }
        newest().handlers.onData({ type: 'text', offset: 0, text: answer });
        newest().handlers.onData({ type: 'end', status: 'complete', errorCode: null });
        expect(seen.ends).toEqual([answer]);
      }),
    );
  });

  it('keeps the text and says that it has no connection while a refused stream is opened anew', () => {
    const { seen, newest, opened } = follow('Good');
    newest().handlers.onError(new Error('refused'));
    expect(seen).toMatchObject({ text: 'Good', connected: false, lost: 1 });
    vi.runOnlyPendingTimers();
    expect(opened).toHaveLength(2);
    newest().handlers.onConnection(true);
    expect(seen.connected).toBe(true);
  });

  it('waits longer after each refusal', () => {
    const { newest, opened } = follow();
    newest().handlers.onError(new Error('refused'));
    vi.advanceTimersByTime(1_000);
    newest().handlers.onError(new Error('refused'));
    vi.advanceTimersByTime(1_000);
    expect(opened).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(opened).toHaveLength(3);
  });

  it('opens nothing more once it was told to stop', () => {
    const { newest, opened, stop } = follow();
    newest().handlers.onError(new Error('refused'));
    stop();
    vi.runAllTimers();
    expect(opened).toHaveLength(1);
    expect(newest().closed).toBe(true);
  });
});
