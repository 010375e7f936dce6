import { expect, it } from 'vitest';
import { breaksLimits } from './breaks-limits.ts';

const took = (time: string, amount = '2', day = '03') => ({
  actualAt: Date.parse(`2027-05-${day}T${time}:00Z`),
  amount,
});
const limits = { minIntervalMinutes: 240, maxAmountIn24h: '8' };

it.each([
  ['nothing else was taken', [], took('12:00'), false],
  ['one dose is more than the most', [], took('12:00', '9'), true],
  ['it was too soon after another one', [took('09:00')], took('12:00'), true],
  ['another one was too soon after it', [took('15:00')], took('12:00'), true],
  ['they are as far apart as they must be', [took('08:00'), took('16:00')], took('12:00'), false],
  ['it makes too much of the 24 hours before', [took('00:00', '6')], took('12:00', '3'), true],
  ['it makes too much of the 24 hours after', [took('20:00', '6')], took('12:00', '3'), true],
  [
    'the others are a day away on both sides',
    [took('12:00', '8', '02'), took('12:00', '8', '04')],
    took('12:00'),
    false,
  ],
])('where %s, it says so', (_, others, dose, expected) => {
  expect(breaksLimits(others, limits, dose)).toBe(expected);
});

it('breaks no limit that nobody set', () => {
  const none = { minIntervalMinutes: null, maxAmountIn24h: null };
  expect(breaksLimits([took('12:00', '90')], none, took('12:00', '90'))).toBe(false);
});
