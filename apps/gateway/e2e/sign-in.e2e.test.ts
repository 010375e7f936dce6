import { allowProblem, expectAxeClean, expectOnlyOrigin, type Page, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from './open-site.ts';

describe.each(sizes)('signing up and in, on $name', ({ width, height }) => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite();
  });

  afterAll(() => site[Symbol.asyncDispose]());

  const open = (path: string, dark = false): Promise<Page> =>
    site.open(undefined, path, { width, height, dark });

  it('leads a newcomer from the first page to their apps, and asks no foreign host for anything', async () => {
    const page = await open('/');
    await expectAxeClean(page);
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('Name').fill('Nora Lind');
    await page.getByLabel('E-mail').fill(`nora-${width}@example.org`);
    await page.getByLabel('Password', { exact: true }).fill('a quiet morning in may');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('link', { name: /Chidi/ }).waitFor();
    await expectAxeClean(page);
    expectOnlyOrigin(page, site.url);
  });

  it('says at the field what is wrong with a new account, and keeps what was typed', async () => {
    const page = await open('/sign-up');
    await page.getByLabel('Name').fill('Nora');
    await page.getByLabel('E-mail').fill('nora at example');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect.poll(() => page.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Name').inputValue()).toBe('Nora');
    await expectAxeClean(page);
  });

  it('answers a wrong password and an unknown address with the same words', async () => {
    const known = await site.signUp();
    const page = await open('/sign-in', true);
    allowProblem(page, /401/);
    const refusal = async (email: string) => {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      const answered = page.waitForResponse((response) => response.url().includes('/sign-in/email'));
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await answered;
      await page.getByText('don’t match').waitFor();
      return page.locator('form').textContent();
    };
    const words = await refusal(known.email);
    expect(words).toContain('reset the password');
    expect(await refusal('nobody@example.org')).toBe(words);
    await expectAxeClean(page);
  });

  it('lets somebody who forgot their password choose a new one by mail, once', async () => {
    const person = await site.signUp();
    const page = await open('/forgot-password');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('is on its way').waitFor();
    const { text } = await site.mailbox.next(person.email);
    const link = /https?:\S+/.exec(text)?.[0] ?? '';

    await page.goto(link);
    await page.getByLabel('New password').fill('a new one for the second half');
    await page.getByRole('button', { name: 'Save the password' }).click();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill('a new one for the second half');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: /Chidi/ }).waitFor();
    expect((await person.request('/api/auth/get-session')).ok).toBe(true);
    expect(await (await person.request('/api/auth/get-session')).json()).toBeNull();

    const again = await open(link);
    await again.getByText('expired or was used').waitFor();
  });

  it('changes the name everywhere, and signs out', async () => {
    const person = await site.signUp({ name: 'Before' });
    const page = await open('/sign-in');
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: /Chidi/ }).waitFor();
    await page.goto('/account');
    await page.getByLabel('Name').fill('After');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Name saved').waitFor();
    expect(await site.db.admin`select full_name from users where id = ${person.userId}`).toEqual([
      { full_name: 'After' },
    ]);
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Create an account' }).waitFor();
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
