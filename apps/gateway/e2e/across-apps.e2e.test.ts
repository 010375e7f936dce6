import {
  allowProblem,
  expectAxeClean,
  expectFits,
  expectOnlyOrigin,
  type Page,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from './open-site.ts';

// The pages of the whole site that somebody who is signed in comes to first, and what says that each is there.
const pages = [
  { path: '/', ready: (page: Page) => page.getByRole('link', { name: /Chidi/ }) },
  { path: '/account', ready: (page: Page) => page.getByRole('button', { name: 'Save', exact: true }) },
  { path: '/chidi/', ready: (page: Page) => page.getByRole('heading', { level: 1 }) },
  { path: '/grace/', ready: (page: Page) => page.getByRole('heading', { level: 1 }) },
  { path: '/boardofone/', ready: (page: Page) => page.getByRole('heading', { level: 1 }) },
] as const;

describe.each(sizes)('across the site, on $name', ({ width, height }) => {
  let site: OpenSite;
  let cookie: string;

  beforeAll(async () => {
    site = await openSite();
    ({ cookie } = await site.signUp({ name: 'Nora Lind' }));
  });
  afterAll(() => site[Symbol.asyncDispose]());

  const open = (path: string, look: { dark?: boolean } = {}): Promise<Page> =>
    site.open({ cookie }, path, { width, height, ...look });

  it.each(pages)(
    '$path is sound for everybody in both schemes, and no wider than the screen',
    async ({ path, ready }) => {
      for (const dark of [false, true]) {
        const page = await open(path, { dark });
        await ready(page).first().waitFor();
        await expectAxeClean(page);
        await expectFits(page);
        expectOnlyOrigin(page, site.url);
      }
    },
  );

  it.each(pages)('$path is black on white on paper, with nothing to press', async ({ path, ready }) => {
    const page = await open(path, { dark: true });
    await ready(page).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const colors = () =>
      page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
    await expect.poll(colors).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  it('leads from the launcher into an app and to the account with one sign-in', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: /Chidi/ }).first().click();
    await page.waitForURL(/\/chidi\//);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto('/account');
    expect(await page.getByLabel('Name').inputValue()).toBe('Nora Lind');
  });

  it('keeps what was typed while there is no network, says so, and saves it afterwards', async () => {
    const page = await open('/account');
    allowProblem(page, /Failed to load resource|ERR_/);
    await page.getByLabel('Name').fill('Nora by the sea');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Nora by the sea');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Name saved').waitFor();
    await page.reload();
    expect(await page.getByLabel('Name').inputValue()).toBe('Nora by the sea');
  });
});
