import { uuidV7 } from '@commons/shared-db';
import { type Browser, expectAxeClean, newPage, openBrowser } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type GraceServer, newCaregiver, newHolder, startGrace } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';

const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 640 },
];

let server: GraceServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startGrace(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

describe.each(sizes)('on $name', ({ width, height }) => {
  it('a caregiver reads what is new, says so, and hears of the next thing at once', async () => {
    const holder = await newHolder(server);
    const { profileId } = holder;
    const ben = await newCaregiver(server, { profileId, level: 'log', scopes: ['notes', 'medications'] });
    const note = { profileId, category: 'general', isPrivate: false } as const;
    await holder.client.notes.create.mutate({ ...note, id: uuidV7(), body: 'Slept badly.' });
    await holder.client.medications.create.mutate(newMedication(profileId));
    const page = await newPage(browser, { baseUrl: server.url, cookie: ben.cookie, width, height });
    await page.goto(`/grace/p/${profileId}/handover`);
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
