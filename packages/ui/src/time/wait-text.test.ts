import { describe, expect, it } from 'vitest';
import { waitText } from './wait-text.ts';

describe('the text of a wait', () => {
  it.each([
    [1, '1 s'],
    [59, '59 s'],
    [60, '1 min'],
    [270, '4 min 30 s'],
    [3_600, '1 h'],
    [3_601, '1 h 1 min'],
    [11_100, '3 h 5 min'],
  ])('of %s seconds is %s', (seconds, text) => {
    expect(waitText(seconds)).toBe(text);
  });
});
