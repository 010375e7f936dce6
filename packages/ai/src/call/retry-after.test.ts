import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.parse('2026-11-21T10:00:00Z');

describe('the wait that a provider asks for', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after': '7', 'retry-after-ms': '120' }, 120],
    [{ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': '999999999' }, 86_400_000],
  ])('in %j is %s ms', (headers, waitMs) => {
    expect(retryAfterMs(headers as Record<string, string> | undefined, nowMs)).toBe(waitMs);
  });
});
