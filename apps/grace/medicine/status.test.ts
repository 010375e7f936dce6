import { describe, expect, it } from 'vitest';
import type { Hold, ScheduleVersion } from '../schedule/schedule-version.ts';
import type { SchedulePlan } from '../schedule/schemas.ts';
import { nextDoses } from './next-doses.ts';
import { statusOf } from './status.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const day = 86_400_000;
const plan: SchedulePlan = {
  kind: 'daily',
  unit: 'tablet',
  startDate: '2026-11-01',
  end: { kind: 'never' },
  times: [{ time: '08:00', amount: '1' }],
};
const version = (part: Partial<ScheduleVersion> = {}): ScheduleVersion => ({
  id: 'v1',
  scheduleId: 's',
  plan,
  zone: 'Europe/London',
  effectiveFrom: now - 10 * day,
  lateWindowMinutes: 60,
  ...part,
});
const medicine = (versions: ScheduleVersion[], stoppedAt: number | null = null) => ({
  versions,
  stoppedAt: stoppedAt === null ? null : new Date(stoppedAt),
  isEnteredInError: false,
});
const hold = (from: number, until?: number): Hold => ({ from, until });

describe('where a medicine stands', () => {
  it.each<[string, ReturnType<typeof medicine>]>([
    ['active', medicine([version()])],
    ['active', medicine([version({ holds: [hold(now - 2 * day, now - day), hold(now + day)] })])],
    ['active', medicine([version({ effectiveUntil: now + day })], now + day)],
    ['held', medicine([version({ holds: [hold(now - day)] })])],
    ['held', medicine([version({ holds: [hold(now - day, now + day)] })])],
    ['stopped', medicine([version({ effectiveUntil: now })], now)],
    ['stopped', medicine([version({ effectiveUntil: now - day, holds: [hold(now - day)] })], now - day)],
    ['planned', medicine([version({ plan: { ...plan, startDate: '2026-12-01' } })])],
    ['planned', medicine([version({ effectiveFrom: now + day })])],
    // The last dose was this morning, and the day is not over.
    ['active', medicine([version({ plan: { ...plan, end: { kind: 'until', date: '2026-11-21' } } })])],
    ['finished', medicine([version({ plan: { ...plan, end: { kind: 'until', date: '2026-11-20' } } })])],
  ])('is %s', (status, one) => {
    expect(statusOf(one, now)).toBe(status);
  });

  it('is nothing but an error where it was one', () => {
    expect(statusOf({ ...medicine([version()]), isEnteredInError: true }, now)).toBe('error');
  });
});

describe('the next doses', () => {
  const days = (versions: ScheduleVersion[]) =>
    nextDoses(versions, now, 3).map(({ localDate, slot }) => `${localDate.slice(8)} ${slot}`);

  it('come from the version that will be in force', () => {
    const later: SchedulePlan = { ...plan, times: [{ time: '09:00', amount: '1' }] };
    const versions = [
      version({ effectiveUntil: now + day }),
      version({ id: 'v2', plan: later, effectiveFrom: now + day }),
    ];

    expect(days(versions)).toEqual(['22 08:00', '23 09:00', '24 09:00']);
  });

  it('leave out what is held, and end where it is stopped', () => {
    expect(days([version({ holds: [hold(now, now + 3 * day)] })])).toEqual([
      '25 08:00',
      '26 08:00',
      '27 08:00',
    ]);
    expect(days([version({ effectiveUntil: now + day })])).toEqual(['22 08:00']);
  });
});
