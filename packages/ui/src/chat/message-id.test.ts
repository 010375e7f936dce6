import { expect, it, vi } from 'vitest';
import { newMessageId } from './message-id.ts';

it('makes UUIDs of version 7 that sort by the time they were made', () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  try {
    const first = newMessageId();
    vi.advanceTimersByTime(1);
    const second = newMessageId();
    expect(first).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second > first).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it('makes a new one each time', () => {
  expect(new Set(Array.from({ length: 1000 }, newMessageId)).size).toBe(1000);
});
