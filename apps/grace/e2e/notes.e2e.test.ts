import { uuidV7 } from '@commons/shared-db';
import { allowProblem, expectAxeClean, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a note is written, found, changed with a trail, pinned and withdrawn', async () => {
    const holder = await newHolder(grace);
    const ben = await newCaregiver(grace, { profileId: holder.profileId, level: 'log', scopes: ['notes'] });
    const page = await grace.open(ben, `/p/${holder.profileId}/notes`, size);
    await page.getByRole('heading', { name: 'Nothing noted yet' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('link', { name: 'Write a note' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write what you noticed.').waitFor();
    await page.getByLabel('What did you notice?').fill('Stumbled on the stairs, no harm done.');
    await expectAxeClean(page);
    await page.reload();
    await page.getByRole('button', { name: 'Save' }).click();
    const link = page.getByRole('link', { name: 'Stumbled on the stairs' });
    await link.waitFor();
    await expectAxeClean(page);

    await page.getByRole('searchbox', { name: 'Search the notes' }).fill('pharmacy');
    await page.keyboard.press('Enter');
    await page.getByText('No note fits.').waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('pharmacy');
    await page.getByRole('button', { name: 'Show all notes' }).click();
    await link.click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('What did you notice?').fill('Stumbled on the stairs, a bruised knee.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Earlier wordings' }).waitFor();
    await page.getByText('Stumbled on the stairs, no harm done.').waitFor();
    await page.getByRole('button', { name: 'Pin to the top' }).click();
    await page.getByRole('button', { name: 'Unpin' }).waitFor();
    await page.getByRole('button', { name: 'Written in error' }).click();
    await page.getByRole('button', { name: 'It was right after all' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
    expectOnlyOrigin(page, grace.url);
  });

  it('a new note shows at once at whoever has the list open; a private one does not', async () => {
    const holder = await newHolder(grace);
    const ben = await newCaregiver(grace, {
      profileId: holder.profileId,
      level: 'manage',
      scopes: ['notes'],
    });
    const page = await grace.open(ben, `/p/${holder.profileId}/notes`, size);
    await page.getByText('Nothing noted yet').waitFor();
    const note = { profileId: holder.profileId, category: 'general' } as const;
    await holder.client.notes.create.mutate({ ...note, id: uuidV7(), body: 'For me', isPrivate: true });
    await holder.client.notes.create.mutate({ ...note, id: uuidV7(), body: 'For all', isPrivate: false });
    await page.getByRole('link', { name: 'For all' }).waitFor();
    expect(await page.content()).not.toContain('For me');
  });

  it('a caregiver without the scope is told why, and shown nothing', async () => {
    const holder = await newHolder(grace);
    const cara = await newCaregiver(grace, { profileId: holder.profileId, scopes: ['medications'] });
    const page = await grace.open(cara, `/p/${holder.profileId}/notes`, size);
    allowProblem(page, /403/);
    await page.getByRole('heading', { name: 'The notes are closed to you' }).waitFor();
    await page.getByText('Amara Okafor can change that.').waitFor();
    await expectAxeClean(page);
  });
});
