import { allowProblem, expectAxeClean, type Page, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { dailyAt } from '../testing/medicine.ts';
import { asNeeded, plannedMedicine } from '../testing/planned-medicine.ts';
import { startTodayStory, type TodayStory } from './today-story.ts';

let story: TodayStory;
let amara: Awaited<ReturnType<typeof newHolder>>;
let maria: Awaited<ReturnType<typeof newCaregiver>>;
beforeAll(async () => {
  story = await startTodayStory('2026-11-20T08:02:00Z');
});
afterAll(() => story?.[Symbol.asyncDispose]());
beforeEach(async () => {
  story.setNow('2026-11-20T08:02:00Z');
  amara = await newHolder(story.server);
  maria = await newCaregiver(story.server, { profileId: amara.profileId, level: 'log', name: 'Maria' });
});

const medicine = (name: string, plan = dailyAt('08:00'), lateWindowMinutes = 60) =>
  plannedMedicine(story.server, {
    profileId: amara.profileId,
    name,
    plan,
    lateWindowMinutes,
    from: '2026-11-20T00:00:00Z',
  });
const given = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Given: ${name}`) });
const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
/** Screen readers have been told. */
const announced = (page: Page, text: string) =>
  page.locator('[data-announcer]', { hasText: text }).waitFor({ state: 'attached' });
const logged = () => story.server.db.admin`
  select status, skip_reason, actual_at, amount from grace.dose_log where profile_id = ${amara.profileId}
  and entered_in_error_at is null order by recorded_at`;

describe.each(sizes)('on $name', (size) => {
  it('a morning: late first, one tap, undo, and the other caregiver sees it', async () => {
    await medicine('Levothyroxine', dailyAt('06:30'));
    await medicine('Metformin');
    await medicine('Ramipril');
    await medicine('Simvastatin', dailyAt('20:00'));
    const page = await story.open(maria, amara.profileId, size);
    const other = await story.open(amara, amara.profileId, size);
    await page.getByText('3 doses to give now').waitFor();
    const names = await page
      .getByRole('article')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(names.map((name) => name?.split(',')[0])).toEqual([
      'Levothyroxine',
      'Metformin',
      'Ramipril',
      'Simvastatin',
    ]);
    await section(page, 'Overdue').getByText('1 h 32 min late').waitFor();
    await expectAxeClean(page);

    await given(page, 'Metformin').click();
    await section(page, 'Done').getByText('1 tablet given at 8:02 AM by you').waitFor();
    await announced(page, 'Metformin given at 8:02 AM');
    await section(other, 'Done').getByText('1 tablet given at 8:02 AM by Maria').waitFor();

    // For a moment after the list has moved, a tap does nothing.
    await given(page, 'Ramipril').click({ trial: true });
    await given(page, 'Ramipril').focus();
    await page.keyboard.press('Enter');
    await announced(page, 'Ramipril given');
    // The pressed button is gone with its dose; the focus is on the next one.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Given: Levothyroxine/,
    );
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await given(page, 'Ramipril').waitFor();
    await given(other, 'Ramipril').waitFor();

    expect(await logged()).toMatchObject([{ status: 'taken', amount: '1.000' }]);
  });

  it('a dose that is skipped, and one of which a part was taken at another time', async () => {
    await medicine('Levothyroxine', dailyAt('06:30'));
    await medicine('Ramipril');
    await medicine('Simvastatin', dailyAt('20:00'));
    const page = await story.open(maria, amara.profileId, size);
    await page.getByRole('button', { name: 'Something else with Ramipril' }).click();
    await page.getByRole('menuitem', { name: 'Skip this dose' }).click();
    await page.getByRole('button', { name: 'Skip this dose' }).click();
    await page.getByText('Choose a reason.').waitFor();
    await expectAxeClean(page);
    await page.getByLabel('A doctor, nurse or pharmacist said so').check();
    await page.getByRole('button', { name: 'Skip this dose' }).click();
    await section(page, 'Done').getByText('Skipped at 8:02 AM by you').waitFor();

    await page.getByRole('button', { name: 'Something else with Levothyroxine' }).click();
    await page.getByRole('menuitem', { name: 'Another time or amount' }).click();
    await page.getByLabel('When was it taken?').fill('2026-11-20T06:45');
    await page.getByLabel('How much was taken?').fill('.5');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Record' }).click();
    await section(page, 'Done').getByText('Only 0.5 tablet given at 6:45 AM by you').waitFor();
    await page.getByText('Nothing to give until 8:00 PM').waitFor();

    expect(await logged()).toMatchObject([
      { status: 'skipped', skip_reason: 'clinician_told' },
      { status: 'partial', amount: '0.500', actual_at: new Date('2026-11-20T06:45:00Z') },
    ]);
    await expectAxeClean(page);
  });

  it('two who give one dose: the second hears who was first, and it is found out whether it was given twice', async () => {
    await medicine('Metformin');
    const page = await story.open(amara, amara.profileId, size);
    await given(page, 'Metformin').waitFor();
    // At this moment Maria gives it, and word of it does not come through.
    await page.route(
      '**/grace/trpc/doses.log*',
      async (route) => {
        const input = {
          id: crypto.randomUUID(),
          profileId: amara.profileId,
          localDate: '2026-11-20',
          slot: '08:00',
        };
        const [version] = await story.server.db
          .admin`select id from grace.schedules where profile_id = ${amara.profileId}`;
        await maria.client.doses.log.mutate({
          ...input,
          versionId: version?.id,
          actualAt: '2026-11-20T08:01:00Z',
        });
        await route.continue();
      },
      { times: 1 },
    );
    allowProblem(page, /409/);
    await given(page, 'Metformin').click();
    await page.getByText('Metformin: Already given 08:01 by Maria.').first().waitFor();
    await page.getByRole('heading', { name: 'Was Metformin given twice?' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'No, once' }).click();
    await page.getByRole('heading', { name: 'Was Metformin given twice?' }).waitFor({ state: 'detached' });
    expect(await logged()).toHaveLength(1);
  });

  it('somebody who may only look sees everything and no button', async () => {
    await medicine('Metformin');
    await medicine('Paracetamol', asNeeded);
    const viewer = await newCaregiver(story.server, { profileId: amara.profileId, level: 'view' });
    const page = await story.open(viewer, amara.profileId, size);
    await page.getByRole('article', { name: /^Metformin/ }).waitFor();

    expect(await page.locator('main').getByRole('button').allTextContents()).toEqual([
      'MAMargaret, change the person',
    ]);
    await expectAxeClean(page);
  });

  it('a dose as needed at its limit: warned, refused, and recorded with a reason', async () => {
    const paracetamol = await medicine('Paracetamol', asNeeded);
    for (const time of ['2026-11-19T19:00:00Z', '2026-11-20T00:00:00Z', '2026-11-20T04:01:00Z'])
      await story.server.db.admin`
        insert into grace.dose_log (id, profile_id, medication_id, version_id, actual_at, status, amount, unit)
        values (gen_random_uuid(), ${amara.profileId}, ${paracetamol.medicationId}, ${paracetamol.versionId}, ${time}, 'taken', 2, 'tablet')`;
    const page = await story.open(maria, amara.profileId, size);
    const record = page.getByRole('button', { name: 'Record a dose of Paracetamol' });
    await page.getByText('Last dose 4 h 1 min ago · 6 of 8 tablets in 24 hours').waitFor();
    await record.click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('This would be the last dose allowed in 24 hours.').waitFor();
    await expectAxeClean(page);
    await sheet.getByRole('button', { name: 'Record' }).click();
    await page.getByText('8 of 8 tablets in 24 hours').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();

    await record.click();
    await sheet.getByText('The most in 24 hours is reached. The next one is allowed at 7:00 PM.').waitFor();
    await sheet.getByRole('button', { name: 'Record it all the same' }).click();
    await sheet.getByText('Write why, in a few words.').waitFor();
    await expectAxeClean(page);
    await sheet.getByLabel('If it has to be: why?').fill('The practice nurse said so');
    await sheet.getByRole('button', { name: 'Record it all the same' }).click();
    await page.getByText('10 of 8 tablets in 24 hours').waitFor();
    await section(page, 'Done').getByText('Beyond the limit').waitFor();

    story.setNow('2026-11-20T09:04:00Z');
    await page.clock.runFor('01:02:00');
    await page.getByRole('button', { name: 'A little' }).click();
    await page.getByRole('button', { name: 'A little' }).waitFor({ state: 'detached' });
    const [effect] = await story.server.db
      .admin`select effect from grace.dose_effects where profile_id = ${amara.profileId}`;
    expect(effect).toEqual({ effect: 'helped_a_little' });
  });

  it('an empty day says what it is for', async () => {
    const page = await story.open(amara, amara.profileId, size);
    await page.getByRole('heading', { name: 'No medicines yet' }).waitFor();
    await expectAxeClean(page);
  });

  it('a page that stays open goes over midnight', async () => {
    story.setNow('2026-11-20T23:50:00Z');
    await medicine('Apixaban', dailyAt('08:00', '23:00'), 30);
    const page = await story.open(maria, amara.profileId, size);
    await page.getByRole('heading', { name: 'Friday, November 20' }).waitFor();
    await section(page, 'Overdue').waitFor();

    // Minute by minute: an answer that came between the two clocks would set the page half an hour off.
    for (let minute = 52; minute <= 80; minute += 1) {
      story.setNow(new Date(Date.UTC(2026, 10, 20, 23, minute)).toISOString());
      await page.clock.runFor('01:00');
    }
    await page.getByRole('heading', { name: 'Saturday, November 21' }).waitFor();
    await section(page, 'Overdue').getByText('Friday, November 20, 11:00 PM').waitFor();
    await given(page, 'Apixaban').click();
    await page.getByText('Nothing to give until 8:00 AM').waitFor();
    const rows = await story.server.db.admin`
      select local_date::text as day, slot from grace.dose_log where profile_id = ${amara.profileId}`;
    expect(rows).toEqual([{ day: '2026-11-20', slot: '23:00' }]);
  });
});
