import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchedulePlan } from '../schedule/schemas.ts';
import { newHolder } from '../testing/family.ts';
import { plannedMedicine } from '../testing/planned-medicine.ts';
import { startTodayStory, type TodayStory } from './today-story.ts';

let story: TodayStory;
beforeAll(async () => {
  story = await startTodayStory('2027-03-11T12:00:00Z');
});
afterAll(() => story?.[Symbol.asyncDispose]());

const zone = 'America/New_York';
/** On the 14th the clocks skip from 2:00 to 3:00. */
const week = [
  { day: '2027-03-11', now: '2027-03-11T13:05:00Z', heading: 'Thursday, March 11', night: '2:30 AM' },
  { day: '2027-03-12', now: '2027-03-12T13:05:00Z', heading: 'Friday, March 12', night: '2:30 AM' },
  { day: '2027-03-13', now: '2027-03-13T13:05:00Z', heading: 'Saturday, March 13', night: '2:30 AM' },
  {
    day: '2027-03-14',
    now: '2027-03-14T12:05:00Z',
    heading: 'Sunday, March 14',
    night: '3:30 AM (planned 2:30 AM)',
  },
  { day: '2027-03-15', now: '2027-03-15T12:05:00Z', heading: 'Monday, March 15', night: '2:30 AM' },
  { day: '2027-03-16', now: '2027-03-16T12:05:00Z', heading: 'Tuesday, March 16', night: '2:30 AM' },
  { day: '2027-03-17', now: '2027-03-17T12:05:00Z', heading: 'Wednesday, March 17', night: '2:30 AM' },
];
const daily = (time: string): SchedulePlan => ({
  kind: 'daily',
  unit: 'tablet',
  startDate: '2027-03-01',
  end: { kind: 'never' },
  times: [{ time, amount: '1' }],
});

describe.each(sizes)('on $name', (size) => {
  it('a week in which the clocks change: eight stays eight, and half past two is given once', {
    timeout: 60_000,
  }, async () => {
    story.setNow(week[0]?.now ?? '');
    const amara = await newHolder(story.server, zone);
    const { profileId } = amara;
    const from = '2027-03-11T05:00:00Z';
    const morning = await plannedMedicine(story.server, {
      profileId,
      zone,
      from,
      name: 'Metformin',
      plan: daily('08:00'),
    });
    const night = await plannedMedicine(story.server, {
      profileId,
      zone,
      from,
      name: 'Furosemide',
      plan: daily('02:30'),
    });
    // A carer elsewhere: the day is the person's.
    const page = await story.open(amara, profileId, size);
    let shown = Date.parse(week[0]?.now ?? '');
    for (const { now, heading, night: label } of week) {
      story.setNow(now);
      await page.clock.fastForward(Date.parse(now) - shown);
      shown = Date.parse(now);
      await page.getByRole('heading', { name: heading }).waitFor();
      const late = page
        .getByRole('region', { name: /^Overdue/ })
        .getByRole('article', { name: /^Furosemide/ });
      await late.getByText(label).first().waitFor();
      await late.getByRole('button', { name: /^Given/ }).click();
      await late.waitFor({ state: 'detached' });
      const due = page.getByRole('region', { name: /^Now/ }).getByRole('article', { name: /^Metformin/ });
      await due.getByText('8:00 AM').first().waitFor();
      await due.getByRole('button', { name: /^Given/ }).click();
      await page.getByText('Nothing more to give today').waitFor();
    }
    await expectAxeClean(page);

    const slots = (id: string) => story.server.db.admin`
      select local_date::text as day, slot, to_char(scheduled_at at time zone 'UTC', 'HH24:MI') as utc
      from grace.dose_log where medication_id = ${id} order by scheduled_at`;
    const days = week.map(({ day }) => day);
    const utc = (before: string, after: string) => days.map((day) => (day < '2027-03-14' ? before : after));
    expect((await slots(morning.medicationId)).map(({ utc: at }) => at)).toEqual(utc('13:00', '12:00'));
    const nights = await slots(night.medicationId);
    expect(nights.map(({ day }) => day)).toEqual(days);
    expect(nights.map(({ utc: at }) => at)).toEqual([
      '07:30',
      '07:30',
      '07:30',
      '07:30',
      '06:30',
      '06:30',
      '06:30',
    ]);
  });
});
