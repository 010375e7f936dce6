import { uuidV7 } from '@commons/shared-db';
import { expectAxeClean, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
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

/** Margaret's metformin, given by Ben at 08:02. */
async function givenDose() {
  const holder = await newHolder(story.server);
  const { profileId } = holder;
  const ben = await newCaregiver(story.server, { profileId, level: 'log', name: 'Ben' });
  const medicine = await plannedMedicine(story.server, { profileId, plan: dailyAt('08:00') });
  const dose = { id: uuidV7(), ...medicine, localDate: '2026-11-20', slot: '08:00' };
  await ben.client.doses.log.mutate(dose);
  return { holder, profileId };
}

describe.each(sizes)('the dose history on $name', (size) => {
  it('says who gave what and when, and what nothing was recorded of it is for', async () => {
    const { holder, profileId } = await givenDose();
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/history`);
    await page.getByText('by Ben · planned 8:00 AM').waitFor();
    await expectAxeClean(page);
    await page.goto(`/grace/p/${profileId}/history?medicine=${uuidV7()}`);
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await expectAxeClean(page);
    expectOnlyOrigin(page, story.server.url);
  });

  it('is put right: the dose was left out on purpose, and both entries stay', async () => {
    const { holder, profileId } = await givenDose();
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/history`);
    await page.getByRole('button', { name: 'Correct Metformin at 8:02 AM' }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct Metformin' });
    await dialog.getByRole('radio', { name: 'It was left out on purpose' }).check();
    await dialog.getByLabel('What was wrong?').fill('He tapped the wrong one');
    await dialog.getByRole('button', { name: 'Correct it' }).click();
    await dialog.getByText('Choose a reason.').waitFor();
    await dialog.getByLabel('Why was it left out?').selectOption('refused');
    await expectAxeClean(page);
    await dialog.getByRole('button', { name: 'Correct it' }).click();

    await page.getByText('Entered in error, says Amara Okafor: He tapped the wrong one').waitFor();
    await page.getByText('Did not want it').waitFor();
    expect(await page.getByRole('button', { name: /^Correct Metformin/ }).count()).toBe(1);
    await expectAxeClean(page);
  });

  it('shows what was noted at a dose, and the note leads back to it', async () => {
    const { holder, profileId } = await givenDose();
    const page = await story.open(holder, profileId, size);
    await page.goto(`/grace/p/${profileId}/history`);
    await page.getByRole('link', { name: 'Write a note about Metformin at 8:02 AM' }).click();
    await page.getByLabel('What did you notice?').fill('Coughed for a while afterwards.');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Dose history' }).waitFor();
    await page.getByRole('link', { name: 'Coughed for a while afterwards.' }).click();
    await page.getByRole('link', { name: /^Metformin, Nov 20, 2026/ }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('link', { name: /^Metformin, / }).click();

    await page.getByRole('heading', { name: 'Dose history' }).waitFor();
    expectOnlyOrigin(page, story.server.url);
  });
});
