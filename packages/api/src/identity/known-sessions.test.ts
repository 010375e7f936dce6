import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KnownSessions } from './known-sessions.ts';

const session = { id: 's', expiresAt: new Date(0), user: { id: 'u', email: 'a@example.org', name: 'Anna' } };

describe('known sessions', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('are known for five seconds', () => {
    const known = new KnownSessions();
    known.keep('token', session);
    vi.advanceTimersByTime(5_000);
    expect(known.get('token')).toBe(session);
    vi.advanceTimersByTime(1);
    expect(known.get('token')).toBeUndefined();
  });

  it('are forgotten one by one and all at once', () => {
    const known = new KnownSessions();
    for (const token of ['a', 'b', 'c']) known.keep(token, session);
    known.forget('a');
    expect([known.get('a'), known.get('b')]).toEqual([undefined, session]);
    known.clear();
    expect(known.get('b')).toBeUndefined();
  });

  it('are ten thousand at most, the last to come', () => {
    const known = new KnownSessions();
    for (let n = 0; n <= 10_000; n += 1) known.keep(`${n}`, session);
    expect([known.get('0'), known.get('1'), known.get('10000')]).toEqual([undefined, session, session]);
  });
});
