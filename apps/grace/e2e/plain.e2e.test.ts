import { uuidV7 } from '@commons/shared-db';
import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { plannedMedicine } from '../testing/planned-medicine.ts';
import { startTodayStory, type TodayStory } from './today-story.ts';

let story: TodayStory;
beforeAll(async () => {
  story = await startTodayStory('2026-11-20T08:02:00Z');
});
afterAll(() => story?.[Symbol.asyncDispose]());

/** Two medicines in the morning, for somebody who asked for plain pages. */
async function plainHolder() {
  const holder = await newHolder(story.server);
  const { profileId } = holder;
  for (const name of ['Metformin', 'Ramipril'])
    await plannedMedicine(story.server, { profileId, name, plan: dailyAt('08:00', '20:00') });
  await story.server.db.admin`update grace.profiles set is_plain = true where id = ${profileId}`;
  return { holder, profileId };
}

describe.each(sizes)('plain pages on $name', (size) => {
  it('show one dose and one button, then the next; all of the day is one step away', async () => {
    const { holder, profileId } = await plainHolder();
    const page = await story.open(holder, profileId, size);
    const now = page.getByRole('region', { name: 'Now' });
    await now.getByText('Then one more.').waitFor();
    expect(await now.getByRole('button').count()).toBe(1);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('19px');
    await expectAxeClean(page);
    await now.getByRole('button', { name: /Metformin/ }).click();
    await now.getByRole('heading', { name: 'Ramipril' }).waitFor();
    await page.getByText('Everything of today').first().click();
    await page.getByRole('heading', { name: /^Later today/ }).waitFor();
    await expectAxeClean(page);
  });

  it('show what each medicine is for and when, and what can be done with it one step further', async () => {
    const { holder, profileId } = await plainHolder();
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/medications`);
    await page.getByRole('link', { name: /^Metformin/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Add a medicine' }).isVisible()).toBe(false);
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('link', { name: 'Add a medicine' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('link', { name: /^Metformin/ }).click();
    await page.getByText('1 tablet, every day at 8:00 AM and 8:00 PM').first().waitFor();
    expect(await page.getByRole('button', { name: 'Put on hold' }).isVisible()).toBe(false);
    await expectAxeClean(page);
    await page.getByText('More about it').click();
    await page.getByRole('button', { name: 'Put on hold' }).waitFor();
    await expectAxeClean(page);
  });

  it('say of the stock how long it lasts, and ask for nothing but a refill that is due', async () => {
    const { holder, profileId } = await plainHolder();
    const { admin } = story.server.db;
    await admin`update grace.medications set pack_size = 28 where profile_id = ${profileId}`;
    const [ramipril] = await admin<{ id: string }[]>`
      select id from grace.medications where profile_id = ${profileId} and name = 'Ramipril'`;
    const count = { id: uuidV7(), profileId, medicationId: ramipril?.id ?? '', amount: '3' };
    await holder.client.stock.count.mutate(count);
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/stock`);
    const short = page.getByRole('article').first();
    await short.getByRole('heading', { name: 'Ramipril' }).waitFor();
    await short.getByText('It is time for a refill.').waitFor();

    expect(
      await page
        .getByRole('button')
        .filter({ visible: true, hasText: /pack|amount|Count/ })
        .count(),
    ).toBe(1);
    await expectAxeClean(page);
    await page.getByText('More about Metformin').click();
    await page.getByRole('button', { name: 'Count what is there' }).filter({ visible: true }).waitFor();
    await expectAxeClean(page);
  });

  it('show one day of the calendar and lead to the next, also beyond the month', async () => {
    const { holder, profileId } = await plainHolder();
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/calendar?month=2026-11&day=2026-11-30`);
    await page.getByRole('heading', { name: 'Monday, November 30' }).waitFor();
    expect(await page.getByRole('table').filter({ visible: true }).count()).toBe(0);
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'The day after' }).click();
    await page.getByRole('heading', { name: 'Tuesday, December 1' }).waitFor();
    await page.getByText('The whole month').click();
    await page.getByRole('heading', { name: 'December 2026' }).waitFor();
    await expectAxeClean(page);
    await page.goto(`/grace/p/${profileId}/calendar?day=2026-11-99`);
    await page.getByRole('heading', { name: 'Friday, November 20' }).waitFor();
  });

  it('say what became of each dose; when it was planned and what to do about it is one step further', async () => {
    const { holder, profileId } = await plainHolder();
    const page = await story.open(holder, profileId, size);
    await page
      .getByRole('region', { name: 'Now' })
      .getByRole('button', { name: /Metformin/ })
      .click();
    await page.getByRole('heading', { name: 'Ramipril' }).waitFor();
    await page.goto(`/grace/p/${profileId}/history`);
    const line = page.getByRole('listitem').filter({ hasText: 'Metformin' });
    await line.getByText('by you', { exact: true }).waitFor();
    const correct = line.getByRole('button', { name: /^Correct Metformin/ });
    expect(await correct.isVisible()).toBe(false);
    await expectAxeClean(page);
    await line.getByText('More', { exact: true }).click();
    await line.getByText('planned 8:00 AM').waitFor();
    expect(await correct.isVisible()).toBe(true);
    await expectAxeClean(page);
  });

  it('are the person’s: a caregiver sees everything', async () => {
    const { profileId } = await plainHolder();
    const ben = await newCaregiver(story.server, { profileId, level: 'log' });
    const page = await story.open(ben, profileId, size);

    await page.getByRole('heading', { name: /^Now 2$/ }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
  });
});
