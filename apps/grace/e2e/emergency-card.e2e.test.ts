import { uuidV7 } from '@commons/shared-db';
import { allowProblem, expectAxeClean, expectOnlyOrigin, type Page, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver, newHolder } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';
import { goOffline } from './go-offline.ts';
import { keptOf } from './kept-of.ts';
import { newDemoHolder } from './new-demo-holder.ts';
import { type OpenGrace, openGrace } from './open-grace.ts';
import { pagesOf } from './pages-of.ts';

let grace: OpenGrace;
beforeAll(async () => {
  grace = await openGrace();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('the card is filled in, and kept on the device', async () => {
    const holder = await newHolder(grace);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await grace.open(holder, `/p/${holder.profileId}/emergency-card`, size);
    await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
    await expectAxeClean(page);
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.getByLabel('Name of contact 1').fill('Ben Okafor');
    await page.getByLabel('Phone of contact 1').fill('ask Amara');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a phone number such as').waitFor();
    await expectAxeClean(page);
    await page.getByLabel('Phone of contact 1').fill('+44 20 7946 0019');
    await page.getByLabel('Date of birth').fill('1941-05-02');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('article').getByText('Born May 2, 1941').waitFor();
    expect(await page.getByRole('link', { name: '+44 20 7946 0019' }).getAttribute('href')).toBe(
      'tel:+442079460019',
    );

    await page.getByLabel('Keep a copy on this device').check();
    allowProblem(page, /ERR_INTERNET_DISCONNECTED|Failed to load resource|503/);
    await page.route('**/grace/trpc/emergencyCard.byProfile**', (route) =>
      route.abort('internetdisconnected'),
    );
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.goBack();
    await page.getByRole('article').getByText('Born May 2, 1941').waitFor();
  });

  it('a copy shows without a connection, days later too, and goes when somebody signs out', async () => {
    const holder = await newHolder(grace);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const path = `/p/${holder.profileId}/emergency-card`;
    const page = await grace.open(holder, path, size);
    await page.getByText('Without a copy this card shows only with a network.').waitFor();
    await page.getByLabel('Keep a copy on this device').check();
    await page.getByText('It shows without a network, until you sign out here.').waitFor();
    await allKept(page);
    await goOffline(page);
    await page.clock.setFixedTime(Date.now() + 5 * 24 * 3_600_000);
    await page.reload();
    await page.getByText('This is the copy on this device.').waitFor();
    await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
    await expectAxeClean(page);

    await page.context().setOffline(false);
    await page.clock.setFixedTime(Date.now());
    await page.goto(`/grace${path}`);
    await page.getByLabel('Keep a copy on this device').waitFor();
    await page.getByRole('button', { name: 'Account of' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await keptOf(page, holder.userId)).toEqual([]);
  });

  it('the card is handed out as a link, and the link ended', async () => {
    const holder = await newHolder(grace);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await grace.open(holder, `/p/${holder.profileId}/emergency-card`, size);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('The QR code is on the card now').waitFor();
    await expectAxeClean(page);
    const { token } = await holder.client.emergencyCard.createLink.mutate({
      id: uuidV7(),
      profileId: holder.profileId,
      days: 1,
    });
    const helper = await grace.open(undefined, `/#card=${token}`, size);
    await helper.getByRole('article').getByText('Metformin 500 mg').waitFor();
    await expectAxeClean(helper);
    expectOnlyOrigin(helper, grace.url);
    await page.reload();
    await page.getByText('opened once').waitFor();
    await page.getByRole('button', { name: 'End it' }).first().click();
    await page.getByText('You ended it.').waitFor();
    allowProblem(helper, /404/);
    await helper.reload();
    await helper.getByRole('heading', { name: 'Nothing here' }).waitFor();
  });

  it('a caregiver with nothing but the card sees it, and no way to change it', async () => {
    const holder = await newHolder(grace);
    const { profileId } = holder;
    await holder.client.medications.create.mutate(newMedication(profileId));
    const eve = await newCaregiver(grace, { profileId, level: 'view', scopes: ['emergency_card'] });
    const page = await grace.open(eve, `/p/${profileId}/emergency-card`, size);
    await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
    expect(await page.getByRole('link', { name: 'Change', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
    await expectAxeClean(page);
  });
});

it('the card of somebody with many medicines still fits one page', async () => {
  const amara = await newDemoHolder(grace);
  const page = await grace.open(amara, `/p/${amara.profileId}/emergency-card`);
  await page.getByRole('article').getByText('Metformin 500 mg').waitFor();

  for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1);
});

it('the card fits one page of A4 and of Letter, and two sides for the wallet', async () => {
  const holder = await newHolder(grace);
  await holder.client.medications.create.mutate(newMedication(holder.profileId));
  const page = await grace.open(holder, `/p/${holder.profileId}/emergency-card`);
  await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
  for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1);
  await page.evaluate(() => document.documentElement.setAttribute('data-print', 'wallet'));
  for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1);
  await page.emulateMedia({ media: 'print' });

  expect(await page.getByText('TAKES').isVisible()).toBe(true);
  expect(await page.getByRole('article').isVisible()).toBe(false);
});

/** The worker has everything that the page is made of. */
const allKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const hasAll = async () => {
      const cache = await caches.open('grace-pages');
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const files = loaded.filter((name) => name.includes('/grace/assets/'));
      const kept = ['/grace/', ...files].map((file) => cache.match(file, { ignoreVary: true }));
      return (await Promise.all(kept)).every(Boolean);
    };
    while (!(await hasAll())) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
