import { describe, expect, it } from 'vitest';
import type { Session } from '../client.ts';
import { readValues, valuesFrom } from './new-session-values.ts';

const earlier = {
  problem: 'Do we open a second bakery?',
  context: 'The rent is 2,400.',
  constraints: 'At most 60,000.',
  decideBy: '2026-01-01',
  reversibility: 'costly',
  seatsWanted: 4,
  maxRounds: 3,
  capUsd: '1.5000',
  answerWaitSeconds: 120,
} as Session;

describe('asking again', () => {
  it('takes everything over but the date', () => {
    const id = '019ab000-0000-7000-8000-000000000001';

    expect(readValues(id, valuesFrom(earlier)).data).toEqual({
      ...earlier,
      id,
      decideBy: null,
      capUsd: '1.50',
    });
  });

  it.each([
    ['1.0000', '1.00'],
    ['0.0325', '0.0325'],
    ['20.0000', '20.00'],
  ])('writes a cap of %s as %s', (capUsd, written) => {
    expect(valuesFrom({ ...earlier, capUsd }).capUsd).toBe(written);
  });
});
