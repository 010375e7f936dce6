import { startTestServer, type TestServer } from '@commons/api/testing';
import {
  type Browser,
  expectAxeClean,
  expectOnlyOrigin,
  newPage,
  openBrowser,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardofone } from '../app.ts';
import { seedPersonas } from '../db/seed/seed-personas.ts';
import type { AppRouter } from '../server/router.ts';

const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 640 },
];

let server: TestServer<AppRouter>;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ apps: [boardofone] }), openBrowser()]);
  await seedPersonas(server.db.service);
});
afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
});

it.each(sizes)(
  'on $name somebody is found, read about by keyboard, and left again',
  async ({ width, height }) => {
    const person = await server.signUp();
    const page = await newPage(browser, { baseUrl: server.url, cookie: person.cookie, width, height });
    await page.goto('/boardofone/personas');
    await page.getByText('45 personas').waitFor();
    await expectAxeClean(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.getByLabel('Search', { exact: true }).fill('lochlainn');
    await page.getByText('1 of 45 personas').waitFor();
    const name = page.getByRole('button', { name: 'Pádraig Ó Lochlainn' });
    await name.focus();
    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog');
    await details.getByText('You have no stake in which side is right.').waitFor();
    await expectAxeClean(page);

    await page.reload();
    await details.getByText('You have no stake in which side is right.').waitFor();
    await page.goBack();
    await details.waitFor({ state: 'hidden' });
    await page.getByText('1 of 45 personas').waitFor();
    await name.focus();
    await page.keyboard.press('Enter');
    await details.getByText('Blind spots').waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    await expect.poll(() => name.evaluate((element) => element === document.activeElement)).toBe(true);
    expectOnlyOrigin(page, server.url);
  },
);

describe('with filters', () => {
  it('the address holds the view, and whoever opens it sees the same', async () => {
    const person = await server.signUp();
    const page = await newPage(browser, {
      baseUrl: server.url,
      cookie: person.cookie,
      width: 1280,
      height: 800,
    });
    await page.goto('/boardofone/personas');
    await page.getByRole('combobox', { name: 'Looks after' }).click();
    await page.getByRole('option', { name: 'Law' }).click();
    await page.getByLabel('Only those who oppose').check();
    await page.getByText('1 of 45 personas').waitFor();
    await page.reload();

    await page.getByText('1 of 45 personas').waitFor();
    await page.getByRole('heading', { name: 'Annelies Dijkhuis' }).waitFor();
  });
});
