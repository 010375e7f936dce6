import { startTestServer, type TestServer } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import {
  allowProblem,
  expectAxeClean,
  expectOnlyOrigin,
  newTab,
  type OpenPages,
  openPages,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { template } from '../app.ts';
import type { AppRouter } from '../server/router.ts';

let pages: TestServer<AppRouter> & OpenPages;
beforeAll(async () => {
  pages = await openPages(startTestServer({ apps: [template] }), '/template');
});
afterAll(() => pages?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a note is written, changed in one tab and seen in another, deleted and brought back', async () => {
    const page = await pages.open(await pages.signUp(), '/', size);
    await page.getByText('Nothing written down yet').waitFor();
    await expectAxeClean(page);
    await page.getByRole('link', { name: 'New note' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Give it a title.').waitFor();
    await expectAxeClean(page);
    await page.getByLabel('Title').fill('Milk');
    await page.getByLabel('Text').fill('Two litres');
    await page.reload();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Milk' }).waitFor();
    await expectAxeClean(page);

    const other = await newTab(page);
    await other.goto('/template/');
    await other.getByRole('link', { name: 'Milk' }).click();
    await expect.poll(() => other.getByLabel('Text').inputValue()).toBe('Two litres');
    await other.getByLabel('Title').fill('Oat milk');
    await other.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Oat milk' }).waitFor();

    // The other tab asks for the note once more, and learns that it is gone.
    allowProblem(other, /404/);
    await page.getByRole('button', { name: 'Delete Oat milk' }).click();
    await page.getByText('Nothing written down yet').waitFor();
    await other.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Oat milk' }).waitFor();
    expectOnlyOrigin(page, pages.url);
  });

  it('a stranger sees nothing of a note but a page that says so', async () => {
    const [owner, stranger] = [await pages.signUp(), await pages.signUp()];
    const { id } = await owner.client.notes.create.mutate({ id: uuidV7(), title: 'Secret', body: '' });
    const page = await pages.open(stranger, `/notes/${id}`, size);
    allowProblem(page, /404/);
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    expect(await page.content()).not.toContain('Secret');
    await expectAxeClean(page);
  });
});
