import { uuidV7 } from '@commons/shared-db';
import {
  allowProblem,
  type Browser,
  expectAxeClean,
  expectOnlyOrigin,
  newPage,
  openBrowser,
  type Page,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogues } from '../db/seed/load.ts';
import { seed } from '../db/seed.ts';
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
  const visit = (cookie = '') =>
    newPage(browser, { baseUrl: server.url, width, height, ...(cookie && { cookie }) });

  it('the card is filled in, and kept on the device', async () => {
    const holder = await newHolder(server);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await visit(holder.cookie);
    await page.goto(`/grace/p/${holder.profileId}/emergency-card`);
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
    const holder = await newHolder(server);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await visit(holder.cookie);
    const path = `/grace/p/${holder.profileId}/emergency-card`;
    await page.goto(path);
    await page.getByText('Without a copy this card shows only with a network.').waitFor();
    await page.getByLabel('Keep a copy on this device').check();
    await page.getByText('It shows without a network, until you sign out here.').waitFor();
    await allKept(page);
    for (const problem of [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_FAILED/, /ERR_ABORTED/])
      allowProblem(page, problem);
    await page.context().setOffline(true);
    await page.clock.setFixedTime(Date.now() + 5 * 24 * 3_600_000);
    await page.reload();
    await page.getByText('This is the copy on this device.').waitFor();
    await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
    await expectAxeClean(page);

    await page.context().setOffline(false);
    await page.clock.setFixedTime(Date.now());
    await page.goto(path);
    await page.getByLabel('Keep a copy on this device').waitFor();
    await page.getByRole('button', { name: 'Account of' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await keptKeys(page, holder.userId)).toEqual([]);
  });

  it('the card is handed out as a link, and the link ended', async () => {
    const holder = await newHolder(server);
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    const page = await visit(holder.cookie);
    await page.goto(`/grace/p/${holder.profileId}/emergency-card`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByText('The QR code is on the card now').waitFor();
    await expectAxeClean(page);
    const { token } = await holder.client.emergencyCard.createLink.mutate({
      id: uuidV7(),
      profileId: holder.profileId,
      days: 1,
    });
    const helper = await visit();
    await helper.goto(`/grace/#card=${token}`);
    await helper.getByRole('article').getByText('Metformin 500 mg').waitFor();
    await expectAxeClean(helper);
    expectOnlyOrigin(helper, server.url);
    await page.reload();
    await page.getByText('opened once').waitFor();
    await page.getByRole('button', { name: 'End it' }).first().click();
    await page.getByText('You ended it.').waitFor();
    allowProblem(helper, /404/);
    await helper.reload();
    await helper.getByRole('heading', { name: 'Nothing here' }).waitFor();
  });

  it('a caregiver with nothing but the card sees it, and no way to change it', async () => {
    const holder = await newHolder(server);
    const { profileId } = holder;
    await holder.client.medications.create.mutate(newMedication(profileId));
    const eve = await newCaregiver(server, { profileId, level: 'view', scopes: ['emergency_card'] });
    const page = await visit(eve.cookie);
    await page.goto(`/grace/p/${profileId}/emergency-card`);
    await page.getByRole('article').getByText('Metformin 500 mg').waitFor();
    expect(await page.getByRole('link', { name: 'Change', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
    await expectAxeClean(page);
  });
});

it('the card of somebody with many medicines still fits one page', async () => {
  const email = 'amara@demo.example';
  const amara = await server.signUp({ email, name: 'Amara Okafor' });
  const { database, service } = server.db;
  await loadCatalogues(service);
  await seed({ database, service, demoUsers: new Map([[email, amara.userId]]) });
  const [{ id: profileId } = { id: '' }] = await amara.client.profiles.list.query();
  const page = await newPage(browser, { baseUrl: server.url, cookie: amara.cookie });
  await page.goto(`/grace/p/${profileId}/emergency-card`);
  await page.getByRole('article').getByText('Metformin 500 mg').waitFor();

  for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1);
});

it('the card fits one page of A4 and of Letter, and two sides for the wallet', async () => {
  const holder = await newHolder(server);
  await holder.client.medications.create.mutate(newMedication(holder.profileId));
  const page = await newPage(browser, { baseUrl: server.url, cookie: holder.cookie });
  await page.goto(`/grace/p/${holder.profileId}/emergency-card`);
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

const keptKeys = (page: Page, userId: string) =>
  page.evaluate(async (user) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(`commons:kept:${user}`);
      opening.onsuccess = () => resolve(opening.result);
    });
    return new Promise((resolve) => {
      const reading = db.transaction('kept').objectStore('kept').getAllKeys();
      reading.onsuccess = () => resolve(reading.result);
    });
  }, userId);

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
