import { expect, it } from 'vitest';
import { prnState } from '../../schedule/prn-state.ts';
import type { AsNeededPlan } from '../../schedule/schemas.ts';
import { formatTime } from '../formats/format-time.ts';
import { asNeededStatus } from './as-needed-status.ts';

const plan: AsNeededPlan = {
  kind: 'asNeeded',
  unit: 'tablet',
  amount: '2',
  reason: 'Pain',
  minIntervalMinutes: 60,
  maxAmountIn24h: '4',
  followUpMinutes: null,
};
const at = (time: string) => Date.parse(`2027-03-10T${time}:00Z`);
const said = (taken: string[], now: number) => {
  const doses = taken.map((time) => ({ actualAt: at(time), amount: '2' }));
  return asNeededStatus(prnState(doses, plan, plan.amount, now), 'UTC', now);
};

it('says when the next dose is allowed, and on which day where that is not today', () => {
  expect(said(['14:00'], at('14:30'))).toBe(
    `Too soon after the last dose. The next one is allowed at ${formatTime('UTC', at('15:00'))}.`,
  );
  expect(said(['10:00', '19:00'], at('21:00'))).toBe(
    `The most in 24 hours is reached. The next one is allowed tomorrow at ${formatTime('UTC', at('10:00'))}.`,
  );
  expect(said([], at('21:00'))).toBe('');
});
