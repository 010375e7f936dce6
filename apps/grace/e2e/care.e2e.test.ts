import { uuidV7 } from '@commons/shared-db';
import { allowProblem, expectAxeClean, expectOnlyOrigin, newPage, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder, newInvitation } from '../testing/family.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

// Two people, one after the other, through every page.
const storyTimeoutMs = 120_000;

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('somebody is invited, reads what both agree to, records for the person, and loses access while the page is open', {
    timeout: storyTimeoutMs,
  }, async () => {
    const amara = await newHolder(grace);
    const email = `${uuidV7()}@example.org`;
    const holder = await grace.open(amara, `/p/${amara.profileId}/care`, size);
    await holder.getByText('Nobody takes part yet').waitFor();
    await expectAxeClean(holder);
    await holder.getByRole('link', { name: 'Invite somebody' }).click();
    await holder.getByRole('button', { name: 'Invite', exact: true }).click();
    await holder.getByText('Write their name.').waitFor();
    await holder.getByLabel('Their name').fill('Ben Okafor');
    await holder.getByLabel('Their e-mail address').fill(email);
    await holder.getByLabel('What they are to the person').fill('son');
    await expectAxeClean(holder);
    const preview = await holder.getByText('lets Ben Okafor take part').textContent();
    await holder.getByRole('button', { name: 'Invite', exact: true }).click();
    await holder.getByRole('heading', { name: 'Ben Okafor is invited' }).waitFor();
    await expectAxeClean(holder);
    await holder.getByRole('link', { name: 'Back to the care team' }).click();
    await holder.getByText('Waits for an answer').waitFor();

    // The invited has no account yet: the secret outlives signing up, and is in no address.
    const { text } = await grace.mailbox.next(email);
    const link = /https?:\S+/.exec(text)?.[0] ?? '';
    const ben = await newPage(grace.browser, { baseUrl: grace.url, ...size });
    // Nobody is signed in at first.
    allowProblem(ben, /401/);
    await ben.goto(link);
    await ben.getByRole('link', { name: /Create (an|your) account|Sign up/ }).click();
    await ben.getByLabel('Name').fill('Ben Okafor');
    await ben.getByLabel('E-mail').fill(email);
    await ben.getByLabel('Password', { exact: true }).fill(`password ${uuidV7()}`);
    await ben.getByRole('button', { name: /Create|Sign up/ }).click();
    await ben.getByRole('heading', { name: 'Help care for Margaret Okafor' }).waitFor();
    expect(await ben.getByText('lets Ben Okafor take part').textContent()).toBe(preview);
    await expectAxeClean(ben);
    await ben.getByLabel('I have read this and agree to it.').check();
    await ben.getByRole('button', { name: 'Accept' }).click();
    await ben.getByRole('button', { name: /^Margaret ?, change the person/ }).waitFor();
    expect(link.split('#')[1]).toHaveLength(43);
    expect(ben.url()).not.toContain(link.split('#')[1]);

    await ben.goto(`/grace/p/${amara.profileId}/notes/new`);
    await ben.getByLabel('What did you notice?').fill('Ate well.');
    await ben.getByRole('button', { name: 'Save' }).click();
    await ben.getByRole('link', { name: 'Ate well.' }).waitFor();
    // His reading is in her log within seconds, without a reload.
    await holder.goto(`/grace/p/${amara.profileId}/access-log`);
    await holder.getByText('Ben Okafor').first().waitFor();
    await expectAxeClean(holder);
    await holder.goto(`/grace/p/${amara.profileId}/consents`);
    await holder.getByText('Amara Okafor granted, and Ben Okafor accepted').waitFor();
    expect(await holder.getByText('lets Ben Okafor take part').textContent()).toBe(preview);
    await expectAxeClean(holder);

    await holder.goto(`/grace/p/${amara.profileId}/care`);
    await holder.getByRole('button', { name: 'End access of Ben Okafor' }).click();
    await expectAxeClean(holder);
    await holder.getByRole('dialog').getByRole('button', { name: 'End access' }).click();
    await holder.getByText('Nobody takes part yet').waitFor();
    const lost = ben
      .getByRole('alert')
      .filter({ hasText: 'You no longer take part in the care of Margaret' });
    await lost.getByText('Amara Okafor can invite you again').waitFor({ timeout: 5_000 });
    expect(await ben.content()).not.toContain('Ate well.');
    await expectAxeClean(ben);
    // Going back shows nothing that was kept.
    allowProblem(ben, /404/);
    await ben.goBack();
    await lost.waitFor();
    expect(await ben.content()).not.toContain('Ate well.');
    await ben.reload();
    await ben.getByRole('heading', { name: 'You do not have access to this person' }).waitFor();
    expect(await ben.content()).not.toContain('Margaret');
    expectOnlyOrigin(ben, grace.url);
  });

  it('an invitation says nothing to another account, which takes nothing', async () => {
    const amara = await newHolder(grace);
    const { token } = await newInvitation(grace, amara, { email: `${uuidV7()}@example.org` });
    const thief = await grace.signUp({ name: 'Ben Okafor' });
    const page = await grace.open(thief, `/invitation#${token}`, size);
    allowProblem(page, /404/);
    await page.getByRole('heading', { name: 'No invitation waits for you here' }).waitFor();
    expect(await page.content()).not.toMatch(/Margaret|Amara/);
    await expectAxeClean(page);
  });

  it('what was typed about one person never goes to another', async () => {
    const ben = await newHolder(grace);
    const first = await newHolder(grace);
    for (const [profileId, name] of [
      [ben.profileId, 'Rosa'],
      [first.profileId, 'Margaret'],
    ] as const) {
      await grace.db.admin`update grace.profiles set preferred_name = ${name} where id = ${profileId}`;
    }
    const cared = await newCaregiver(grace, {
      profileId: first.profileId,
      level: 'manage',
      scopes: ['notes'],
    });
    await grace.db.admin`update grace.caregivers set user_id = ${ben.userId} where id = ${cared.caregiverId}`;
    const page = await grace.open(ben, `/p/${ben.profileId}/person`, size);
    await page.getByLabel('Full name').fill('Somebody Else Entirely');

    await page.getByRole('button', { name: /^Rosa ?, change the person/ }).click();
    await page.getByRole('menuitem', { name: 'Margaret' }).click();
    await page.getByRole('heading', { name: 'Leave Rosa?' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(await page.getByLabel('Full name').inputValue()).toBe('Somebody Else Entirely');

    // One tap, without the menu, asks as well.
    await page.getByRole('link', { name: 'Go to Margaret' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('button', { name: /^Margaret ?, change the person/ }).waitFor();
    await page.goto(`/grace/p/${first.profileId}/person`);
    await page.getByRole('heading', { name: 'Margaret Okafor' }).waitFor();
    expect(await page.content()).not.toContain('Somebody Else');
    const rows = await grace.db
      .admin`select full_name from grace.profiles where id in (${ben.profileId}, ${first.profileId})`;
    expect(rows).toEqual([{ full_name: 'Margaret Okafor' }, { full_name: 'Margaret Okafor' }]);
  });

  it('whom to turn to is put in order by keyboard, at once, and the focus stays', async () => {
    const amara = await newHolder(grace);
    for (const name of ['Ben', 'Cleo']) await newCaregiver(grace, { profileId: amara.profileId, name });
    const page = await grace.open(amara, `/p/${amara.profileId}/care`, size);
    const { profileId } = amara;
    const stored = async () => {
      const { standing } = await amara.client.caregivers.list.query({ profileId });
      return standing.map(({ name, escalationOrder }) => `${escalationOrder}. ${name}`);
    };
    const shown = (line: string) => page.getByText(line, { exact: true });
    await page.getByRole('button', { name: 'Turn to Ben' }).click();
    await page.getByRole('button', { name: 'Turn to Cleo' }).click();
    await shown('2. Cleo').waitFor();
    const up = page.getByRole('button', { name: 'Move Cleo up' });
    await up.press('Enter');
    await shown('1. Cleo').waitFor();
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
    await expectAxeClean(page);

    await expect.poll(stored, { timeout: 15_000 }).toEqual(['1. Cleo', '2. Ben']);
    await page.reload();
    await shown('1. Cleo').waitFor();
  });

  it('a person gets a picture that was made small on the device, and a name that a newer save does not overwrite', async () => {
    const amara = await newHolder(grace);
    const page = await grace.open(amara, `/p/${amara.profileId}/person`, size);
    await page.getByRole('button', { name: 'Choose a picture' }).waitFor();
    const picture = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 1600;
      canvas.height = 900;
      canvas.getContext('2d')?.fillRect(0, 0, 900, 900);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    const buffer = Buffer.from(picture, 'base64');
    await page.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
    await page.getByRole('button', { name: 'Remove the picture' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await expectAxeClean(page);
    const [row] = await grace.db
      .admin`select photo, version from grace.profiles where id = ${amara.profileId}`;
    expect(row?.photo).toMatch(/^data:image\/jpeg;base64,/);
    expect(row?.photo.length).toBeLessThan(20_000);

    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await page.getByText('This file is not a picture').waitFor();
  });
});
