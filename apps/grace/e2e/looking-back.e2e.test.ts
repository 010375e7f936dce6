import { uuidV7 } from '@commons/shared-db';
import { expectAxeClean, expectFits, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { type PlannedMedicine, plannedMedicine } from '../testing/planned-medicine.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

// The day after clocks went forward in London, a quarter past nine by the new time.
const now = new Date('2027-03-29T08:15:00Z');

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace({ now: () => now });
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  const look = { ...size, fixedTime: now };
  let amara: Awaited<ReturnType<typeof newHolder>>;
  let metformin: PlannedMedicine;
  beforeEach(async () => {
    amara = await newHolder(grace);
    const plan = dailyAt('01:30', '08:00');
    metformin = await plannedMedicine(grace, { profileId: amara.profileId, plan, lateWindowMinutes: 30 });
  });

  const give = (localDate: string, slot: string, actualAt: string) =>
    amara.client.doses.log.mutate({
      ...{ id: uuidV7(), profileId: metformin.profileId, versionId: metformin.versionId },
      ...{ localDate, slot, actualAt },
    });

  it('the calendar tells what was and what is planned, also where the clocks skip a dose', async () => {
    await give('2027-03-28', '01:30', '2027-03-28T01:31:00Z');
    await give('2027-03-29', '01:30', '2027-03-29T00:30:00Z');
    const page = await grace.open(amara, `/p/${amara.profileId}/calendar`, look);

    await page.getByRole('button', { name: 'Monday, March 29: 1 of 2 taken' }).waitFor();
    await page.getByRole('button', { name: 'Sunday, March 28: 1 of 2 taken, 1 missed' }).click();
    await page.getByRole('heading', { name: 'Sunday, March 28' }).waitFor();
    await page.getByText('planned 1:30 AM, which the clocks skip · taken at 2:31 AM').waitFor();
    await expectAxeClean(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Sunday, March 28' }).waitFor();

    await page.getByText('The whole month as a list').click();
    await page
      .getByRole('cell', { name: 'Taken at 2:31 AM, planned 1:30 AM, which the clocks skip' })
      .waitFor();
    await page.getByRole('button', { name: 'The month after' }).click();
    await page.getByRole('button', { name: 'Friday, April 30: 2 planned' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'This month' }).click();
    await page.getByRole('heading', { name: 'March 2027' }).waitFor();
    await expectFits(page);
    expectOnlyOrigin(page, grace.url);
  });

  it('the report shows its formula and a table beside the drawing', async () => {
    await give('2027-03-29', '01:30', '2027-03-29T00:30:00Z');
    await give('2027-03-28', '08:00', '2027-03-28T09:00:00Z');
    const page = await grace.open(amara, `/p/${amara.profileId}/adherence?days=7`, look);

    await page.getByText('2 ÷ (14 − 0 − 0) = 2 ÷ 14 = 14 %').waitFor();
    await page.getByRole('img', { name: /one bar for each day/ }).waitFor();
    await page.getByText('As a table').click();
    await page.getByRole('row', { name: 'Sunday, March 28 0 1 1' }).waitFor();
    await expectAxeClean(page);
    await page.getByText('90 days').click();
    await page.getByRole('heading', { name: 'Week by week' }).waitFor();
    expect(new URL(page.url()).search).toBe('?days=90');
  });

  it('stock is counted, refilled, taken back, and says when it runs out', async () => {
    await grace.db.admin`update grace.medications set pack_size = 28 where id = ${metformin.medicationId}`;
    const page = await grace.open(amara, `/p/${amara.profileId}/stock`, look);

    await page.getByText('Count what is there, and this page says how long it will last.').waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Count what is there' }).click();
    const amount = page.getByLabel('How much is there now, in tablets');
    await amount.fill('1,5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a number such as 28 or 0.5.').waitFor();
    await expectAxeClean(page);
    await amount.fill('10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('10 tablets left').waitFor();
    await page.getByText('It is time for a refill.').waitFor();

    await page.getByRole('button', { name: 'Add a pack of 28' }).click();
    await page.getByText('38 tablets left').waitFor();
    await page.getByText('The days to come').click();
    await page.getByRole('img', { name: /Metformin that will be left/ }).waitFor();
    await expectAxeClean(page);
    const added = page.getByRole('status').filter({ hasText: '28 tablets of Metformin added' });
    await added.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('10 tablets left').waitFor();
    await page.getByText('What came in').click();
    await page.getByText('+ 28 tablets').waitFor();
    await page.getByText(', taken back').waitFor();
  });

  it.each(['stock', 'adherence'])('%s without a medicine leads to the medicines', async (path) => {
    const { profileId, ...holder } = await newHolder(grace);
    const page = await grace.open(holder, `/p/${profileId}/${path}`, look);
    await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('main').getByRole('link', { name: 'Medicines' }).first().click();
    await page.waitForURL(`**/p/${profileId}/medications`);
    await page.getByRole('link', { name: 'Add a medicine' }).first().waitFor();
  });

  it('a caregiver without the medicines reads why these pages are closed', async () => {
    const nora = await newCaregiver(grace, { profileId: amara.profileId, scopes: ['notes'] });
    for (const path of ['calendar', 'stock', 'adherence', 'time-zone']) {
      const page = await grace.open(nora, `/p/${amara.profileId}/${path}`, look);
      await page.getByText('Amara Okafor can change that.').waitFor();
    }
  });

  it('whoever travels is asked, and nothing moves by itself', async () => {
    const ada = await grace.signUp({ name: 'Ada Byron' });
    const profileId = uuidV7();
    const person = { id: profileId, fullName: 'Ada Byron', preferredName: 'Ada', timeZone: 'Europe/London' };
    await ada.client.profiles.create.mutate({ ...person, basis: 'self' });
    await plannedMedicine(grace, { profileId, plan: dailyAt('08:00', '20:00') });
    const inTokyo = { ...look, context: { timezoneId: 'Asia/Tokyo' } };
    const page = await grace.open(ada, `/p/${profileId}/calendar`, inTokyo);
    const notice = page.getByRole('region', { name: 'Another time zone' });
    await notice.waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Keep London time' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: /March 29/ }).waitFor();
    expect(await notice.count()).toBe(0);

    await page.goto(`/grace/p/${profileId}/time-zone`);
    // 08:00 in London was 16:00 in Tokyo: the next by that clock is at 20:00. The clocks went forward the night before, hence 11.
    await page.getByText('Only 4 hours between them; otherwise it is at least 11 hours.').waitFor();
    await expectAxeClean(page);
    await page.getByLabel('From this day on').fill('2027-03-28');
    await page.getByText('This day is over there. Choose today or later.').waitFor();
    await page.getByLabel('From this day on').fill('2027-03-29');
    await page.getByRole('button', { name: 'Move to Tokyo time' }).click();
    await page.getByText('Doses follow the clock in Tokyo from Monday, March 29').waitFor();
    const { timeZone } = await ada.client.profiles.byId.query({ id: profileId });
    expect(timeZone).toBe('Asia/Tokyo');
  });
});
