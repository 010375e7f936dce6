import { expectAxeClean, expectOnlyOrigin, newTab, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';
import { newDemoHolder } from './new-demo-holder.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';
import { pagesOf } from './pages-of.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a medicine is entered, and its doses are seen before it is saved', async () => {
    const holder = await newHolder(grace);
    const { profileId, client } = holder;
    const allergy = {
      category: 'medicine',
      substance: 'Penicillin',
      reaction: '',
      severity: 'mild',
    } as const;
    await client.allergies.create.mutate({ ...allergy, profileId, id: crypto.randomUUID(), notedOn: null });
    const page = await grace.open(holder, `/p/${profileId}/medications`, size);
    await page.getByRole('heading', { name: 'No medicines yet' }).waitFor();
    await expectAxeClean(page);

    await page.getByRole('link', { name: 'Add a medicine' }).click();
    await page.getByLabel('Name on the box').fill('Amoxicillin');
    await page.getByLabel('What is in it').fill('amoxicillin');
    await page.getByLabel('Strength').fill('.50');
    await page.getByRole('combobox', { name: 'Unit' }).selectOption('g');
    await page.getByText('Margaret is allergic to Penicillin, and amoxicillin is related to it.').waitFor();
    await expectAxeClean(page);
    await page.reload();
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('radio', { name: /^Days on, days off/ }).click();
    await page.getByText('21 days on, 7 days off').last().waitFor();
    await page.getByRole('radio', { name: /^Every day/ }).click();
    await page.getByRole('button', { name: 'Add a time' }).click();
    await page.getByText('1 tablet, every day at 8:00 AM and 12:00 PM').waitFor();
    await page.getByLabel('Amount').nth(1).fill('two');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Write a number such as 2 or 0.5').waitFor();
    await page.getByLabel('Amount').nth(1).fill('0.5');
    await page.getByText('Every day: 1 tablet at 8:00 AM and 0.5 tablet at 12:00 PM').waitFor();
    await page.getByText('All 60 doses, one by one').click();
    expect(await page.locator('details li').count()).toBe(60);
    await expectAxeClean(page);
    expectOnlyOrigin(page, grace.url);
  });

  it('a medicine that was entered is looked at once more, and saved', async () => {
    const holder = await newHolder(grace);
    const page = await grace.open(holder, `/p/${holder.profileId}/medications/new`, size);
    await page.getByLabel('Name on the box').fill('Amoxicillin');
    await page.getByLabel('What is in it').fill('amoxicillin');
    await page.getByLabel('Strength').fill('.50');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'What this means' }).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByLabel('What it is for').fill('Chest infection');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Amoxicillin 0.5 mg' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save the medicine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Amoxicillin 0.5 mg' }).waitFor();
    await expectAxeClean(page);
    expectOnlyOrigin(page, grace.url);
  });

  it('a medicine is put on hold and taken up again, and another tab sees it', async () => {
    const holder = await newHolder(grace);
    const { id, profileId } = await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await grace.open(holder, `/p/${profileId}/medications/${id}`, size);
    const other = await newTab(page);
    await other.goto(`/grace/p/${profileId}/medications`);
    await other.getByRole('heading', { name: 'Planned' }).waitFor();
    await page.getByRole('button', { name: 'Put on hold' }).click();
    await page.getByLabel('Why?').fill('A rash');
    await expectAxeClean(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Put on hold' }).click();
    await other.getByRole('heading', { name: 'On hold' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await other.getByRole('heading', { name: 'Planned' }).waitFor();
  });

  it('a medicine has two schedules, entered together, one of which is changed and one ended', async () => {
    const holder = await newHolder(grace);
    const page = await grace.open(holder, `/p/${holder.profileId}/medications/new`, size);
    await page.getByLabel('Name on the box').fill('Furosemide');
    await page.getByLabel('What is in it').fill('furosemide');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Add another schedule' }).click();
    const second = page.getByRole('group', { name: 'Schedule 2' });
    await second.getByLabel('Time', { exact: true }).fill('20:00');
    await second.getByLabel('Amount').fill('2');
    await second.getByRole('combobox', { name: 'Unit' }).selectOption('drop');
    await page.getByRole('button', { name: 'Next' }).click();
    await second.getByText('Its other schedule counts in tablet. Use the same unit here.').waitFor();
    await second.getByRole('combobox', { name: 'Unit' }).selectOption('tablet');
    await expectAxeClean(page);
    const preview = page.getByRole('region', { name: 'What this means' });
    await preview.getByText('1 tablet, every day at 8:00 AM').waitFor();
    await preview.getByText('2 tablets, every Monday at 8:00 PM').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Save the medicine' }).click();

    await page.getByRole('link', { name: 'Change: 2 tablets, every Monday at 8:00 PM' }).click();
    await page.getByText('Beside it: 1 tablet, every day at 8:00 AM.').waitFor();
    await page.getByLabel('Time', { exact: true }).fill('21:00');
    await page.getByLabel('Why is it changed?').fill('She goes to bed later');
    await page.getByRole('button', { name: 'Change the schedule' }).click();
    await page.getByRole('button', { name: 'End: 2 tablets, every Monday at 9:00 PM' }).click();
    await page.getByLabel('Why?').fill('Ankles are thin again');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('Schedule ended: 2 tablets, every Monday at 9:00 PM').waitFor();
    expect(await page.getByRole('button', { name: /^End: / }).count()).toBe(0);
    await page.getByRole('link', { name: 'Add a schedule' }).waitFor();
    await expectAxeClean(page);
    expectOnlyOrigin(page, grace.url);
  });

  it('a schedule is changed from a day on, and the page says what holds now and what then', async () => {
    const holder = await newHolder(grace);
    const { id } = await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await grace.open(holder, `/p/${holder.profileId}/medications/${id}/schedule`, size);
    await page.getByLabel('Time', { exact: true }).fill('21:15');
    await page.getByRole('radio', { name: 'From a day on' }).check();
    await page.getByLabel('First day of the new schedule').fill('2099-05-01');
    await page.getByRole('button', { name: 'Change the schedule' }).click();
    await page.getByText('Say why, in a few words.').waitFor();
    await page.getByLabel('Why is it changed?').fill('Makes her dizzy in the morning');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Change the schedule' }).click();

    await page.getByText('From May 1, 2099: 1 tablet, every day at 9:15 PM').waitFor();
    await page.getByText('1 tablet, every day at 8:00 AM', { exact: true }).waitFor();
    await page.getByText('Why: Makes her dizzy in the morning').waitFor();
    await expectAxeClean(page);
  });

  it('allergies and conditions are recorded, and removed with a reason', async () => {
    const holder = await newHolder(grace);
    const facts = { name: 'Amoxicillin', ingredients: ['amoxicillin'] };
    await holder.client.medications.create.mutate(newMedication(holder.profileId, facts));
    const page = await grace.open(holder, `/p/${holder.profileId}/health`, size);
    await page.getByRole('button', { name: 'There is none, I asked' }).click();
    await page.getByText('No known allergies').first().waitFor();
    await page.getByRole('button', { name: 'Add an allergy' }).click();
    await page.getByLabel('Allergic to what?').fill('Penicillin');
    await page.getByText('Margaret takes Amoxicillin, which is related to it.').waitFor();
    await page.getByLabel('How bad is it?').selectOption('severe');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Penicillin' }).waitFor();
    expect(await page.getByText('No known allergies').count()).toBe(0);

    await page.getByRole('button', { name: 'Remove Penicillin' }).click();
    await page.getByLabel('Why is it wrong?').fill('It was measles');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Remove Penicillin' }).last().click();
    await page.getByText('Nothing is recorded. That does not mean there is none').waitFor();
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByLabel('What is it called?').fill('Asthma');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Asthma' }).waitFor();
    await expectAxeClean(page);
  });

  it('what is being entered for one person does not go over to another', async () => {
    const holder = await newHolder(grace);
    const kofi = {
      id: crypto.randomUUID(),
      basis: 'parent',
      fullName: 'Kofi Okafor',
      preferredName: 'Kofi',
    } as const;
    await holder.client.profiles.create.mutate({ ...kofi, timeZone: 'Europe/London' });
    const page = await grace.open(holder, `/p/${holder.profileId}/medications/new`, size);
    await page.getByLabel('Name on the box').fill('Margaret’s');
    await page.getByRole('button', { name: /Margaret/ }).click();
    await page.getByRole('menuitem', { name: 'Kofi' }).click();
    await page.waitForURL(`**/p/${kofi.id}/**`);
    await page.goto(`/grace/p/${kofi.id}/medications/new`);

    await page.getByText('A medicine for Kofi.').waitFor();
    expect(await page.getByLabel('Name on the box').inputValue()).toBe('');
  });

  it('a caregiver who only looks sees the list for the doctor, and nothing to change', async () => {
    const holder = await newHolder(grace);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const viewer = await newCaregiver(grace, { profileId: holder.profileId });
    const page = await grace.open(viewer, `/p/${holder.profileId}/medications`, size);
    await page.getByRole('link', { name: 'List for the doctor' }).click();
    await page.getByRole('heading', { name: 'Margaret Okafor' }).waitFor();
    await expectAxeClean(page);
    await page.goto(`/grace/p/${holder.profileId}/medications/new`);

    await page.getByText('Amara Okafor can change that.').waitFor();
  });
});

describe('the list for the doctor', () => {
  it('of a common regimen fits one page of A4 and of Letter, in black and white', async () => {
    const amara = await newDemoHolder(grace);
    const page = await grace.open(amara, `/p/${amara.profileId}/medications/print`);
    await page.getByRole('heading', { name: 'Margaret Okafor' }).waitFor();
    for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const sheet = page.getByRole('article');
    const text = await sheet.textContent();
    for (const said of [
      'Penicillin',
      'Ramipril, stopped. Dry cough',
      'Metformin 500 mg',
      'HbA1c was 62',
      'printed',
    ])
      expect(text).toContain(said);
    expect(await sheet.evaluate(coloursWithin)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
  });

  it('that is longer numbers its pages', async () => {
    const holder = await newHolder(grace);
    const instructions = 'Take it with a full glass of water. '.repeat(13);
    for (let number = 0; number < 30; number += 1)
      await holder.client.medications.create.mutate(
        newMedication(holder.profileId, { name: `Medicine ${number}`, instructions }),
      );
    const page = await grace.open(holder, `/p/${holder.profileId}/medications/print`);
    await page.getByRole('heading', { name: 'Margaret Okafor' }).waitFor();

    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeGreaterThan(1);
  });
});

/** Colours of text, borders and backgrounds that are not grey. */
function coloursWithin(root: Element): string[] {
  const isGrey = (colour: string) => {
    const [red, green, blue, alpha = '1'] = colour.match(/[\d.]+/g) ?? [];
    return (red === green && green === blue) || alpha === '0';
  };
  return [root, ...root.querySelectorAll('*')].flatMap((element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
    return [color, backgroundColor, borderTopColor].filter((colour) => !isGrey(colour));
  });
}
