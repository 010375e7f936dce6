import { comeBack, startTestProvider, type TestProvider, visitProvider } from '@commons/api/testing';
import { allowProblem, expectAxeClean, newPage, type Page, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from './open-site.ts';

const keys = { clientId: 'our-client', clientSecret: 'secret' };
const providers = { google: keys, github: keys, linkedin: keys };

describe.each(sizes)('the ways into an account, on $name', ({ width, height }) => {
  let site: OpenSite;
  let provider: TestProvider;

  beforeAll(async () => {
    provider = await startTestProvider();
    site = await openSite({ providers });
  });

  afterAll(async () => {
    await site?.[Symbol.asyncDispose]();
    await provider?.[Symbol.asyncDispose]();
  });

  /** A browser for which the providers are on this machine. */
  const open = async (path: string, options: { cookie?: string; dark?: boolean } = {}): Promise<Page> => {
    const page = await newPage(site.browser, { baseUrl: site.url, width, height, ...options });
    await page.route(/^https:\/\/(accounts\.google|github|www\.linkedin)\.com\//, (route) =>
      route.fulfill({ status: 302, headers: { location: provider.localAddress(route.request().url()) } }),
    );
    await page.goto(path);
    return page;
  };

  it('lead a newcomer through Google to the page they came for', async () => {
    provider.person = {
      subject: `new-${width}`,
      email: `nora-${width}@example.org`,
      emailVerified: true,
      name: 'Nora Lind',
    };
    const page = await open('/sign-in');
    await page.getByRole('button', { name: 'Continue with Google' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByRole('link', { name: /Chidi/ }).waitFor();
    await page.goto('/account');
    await page.getByText('Your only way in').waitFor();
    await expectAxeClean(page);
  });

  it('say in the dark what went wrong on the way back', async () => {
    const taken = await site.signUp();
    provider.person = { subject: `taken-${width}`, email: taken.email, emailVerified: true };
    const page = await open('/sign-in', { dark: true });
    await page.getByRole('button', { name: 'Continue with GitHub' }).waitFor();
    provider.person = { ...provider.person, subject: String(width) };
    await page.getByRole('button', { name: 'Continue with GitHub' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('There is an account with this address already').waitFor();
    await expectAxeClean(page);
  });

  it('are linked from the account page, and are on it afterwards', async () => {
    const person = await site.signUp();
    provider.person = { subject: `link-${width}`, email: `other-${width}@example.org`, emailVerified: true };
    const page = await open('/account', { cookie: person.cookie, dark: true });
    await page.getByRole('button', { name: 'Link LinkedIn' }).click();
    await page.getByRole('button', { name: 'Unlink LinkedIn' }).waitFor();
    await expectAxeClean(page);
  });

  it('close on a device that is signed out from another, which says so', async () => {
    const person = await site.signUp();
    const phone = await site.signIn(person);
    const lost = await open('/account', { cookie: phone.cookie });
    await lost.getByText('This device').waitFor();
    const page = await open('/account', { cookie: person.cookie });
    await page.getByRole('button', { name: /^Sign out .+/ }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Sign out .+/ }).count()).toBe(0);
    await lost.getByLabel('Name').fill('Too late');
    allowProblem(lost, /401/);
    await lost.getByRole('button', { name: 'Save', exact: true }).click();
    await lost.getByText('Please sign in again').first().waitFor();
  });

  it('need another sign-in before they change, if the last one was long ago', async () => {
    const person = await site.signUp();
    const google = { subject: `stale-${width}`, email: `stale-${width}@example.org`, emailVerified: true };
    const path = '/api/auth/link-social' as const;
    await comeBack(
      await visitProvider({
        ...{ url: site.url, provider, id: 'google', person: google, cookie: person.cookie },
        ...{ path, callbackURL: '/account' },
      }),
    );
    await site.db.admin`update identity.sessions set created_at = now() - interval '1 day'`;
    const page = await open('/account', { cookie: person.cookie });
    allowProblem(page, /403/);
    await page.getByRole('button', { name: 'Unlink Google' }).click();
    const dialog = page.getByRole('dialog', { name: 'Is it you?' });
    await dialog.getByLabel('Password', { exact: true }).fill(person.password);
    await expectAxeClean(page);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Unlink Google' }).click();
    await page.getByRole('button', { name: 'Link Google' }).waitFor();
  });
});
