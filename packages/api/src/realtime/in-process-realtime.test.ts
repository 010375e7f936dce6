import { describe, expect, it } from 'vitest';
import { inProcessRealtime } from './in-process-realtime.ts';

describe('realtime in one process', () => {
  it('delivers what is published between subscribing and the first read', async () => {
    const realtime = inProcessRealtime();
    const events = realtime.subscribe('conversation:1', AbortSignal.timeout(5_000));
    realtime.publish('conversation:1', { messageId: 'a' });
    realtime.publish('conversation:1', { messageId: 'b' });

    expect(await events.next()).toEqual({
      done: false,
      value: { type: 'event', event: { messageId: 'a' } },
    });
    expect(await events.next()).toMatchObject({ value: { event: { messageId: 'b' } } });
  });

  it('wakes a waiting reader and keeps channels apart', async () => {
    const realtime = inProcessRealtime();
    const mine = realtime.subscribe('mine', AbortSignal.timeout(5_000));
    const waiting = mine.next();
    realtime.publish('theirs', { id: 'x' });
    realtime.publish('mine', { id: 'y' });

    expect(await waiting).toMatchObject({ value: { event: { id: 'y' } } });
  });

  it('ends when the signal aborts, also for a reader that waits', async () => {
    const realtime = inProcessRealtime();
    const control = new AbortController();
    const events = realtime.subscribe('mine', control.signal);
    const waiting = events.next();
    control.abort();

    expect((await waiting).done).toBe(true);
    expect((await events.next()).done).toBe(true);
  });

  it('ends at once when the signal was aborted before', async () => {
    const events = inProcessRealtime().subscribe('mine', AbortSignal.abort());

    expect((await events.next()).done).toBe(true);
  });

  it('tells a reader that fell behind to read everything again, and goes on from there', async () => {
    const realtime = inProcessRealtime();
    const events = realtime.subscribe('mine', AbortSignal.timeout(5_000));
    for (let count = 0; count <= 256; count += 1) realtime.publish('mine', { count });
    realtime.publish('mine', { count: 'after' });

    expect(await events.next()).toEqual({ done: false, value: { type: 'resync' } });
    expect(await events.next()).toMatchObject({ value: { event: { count: 'after' } } });
  });

  it('stops receiving when the reader breaks out of its loop', async () => {
    const realtime = inProcessRealtime();
    const events = realtime.subscribe('mine', AbortSignal.timeout(5_000));
    realtime.publish('mine', { id: '1' });
    for await (const message of events) {
      expect(message).toMatchObject({ event: { id: '1' } });
      break;
    }
    realtime.publish('mine', { id: '2' });

    expect((await events.next()).done).toBe(true);
  });
});
