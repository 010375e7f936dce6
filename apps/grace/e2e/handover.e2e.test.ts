import { uuidV7 } from '@commons/shared-db';
import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a caregiver reads what is new, says so, and hears of the next thing at once', async () => {
    const holder = await newHolder(grace);
    const { profileId } = holder;
    const ben = await newCaregiver(grace, { profileId, level: 'log', scopes: ['notes', 'medications'] });
    const note = { profileId, category: 'general', isPrivate: false } as const;
    await holder.client.notes.create.mutate({ ...note, id: uuidV7(), body: 'Slept badly.' });
    await holder.client.medications.create.mutate(newMedication(profileId));
    const page = await grace.open(ben, `/p/${profileId}/handover`, size);
    await page.getByRole('link', { name: 'Slept badly.' }).waitFor();
    await page.getByText('added by').waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.getByText('Nothing new.').waitFor();
    await expectAxeClean(page);
    await holder.client.notes.create.mutate({ ...note, id: uuidV7(), body: 'Ate soup.' });
    await page.getByRole('link', { name: 'Ate soup.' }).waitFor();
  });
});
