import { expectAxeClean, expectFits, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

it.each(sizes)('on $name somebody is found, read about by keyboard, and left again', async (size) => {
  const person = await board.server.signUp();
  const page = await board.open(person, '/personas', size);
  await page.getByText('45 personas').waitFor();
  await expectAxeClean(page);
  await expectFits(page);

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
  expectOnlyOrigin(page, board.server.url);
});

describe('with filters', () => {
  it('the address holds the view, and whoever opens it sees the same', async () => {
    const person = await board.server.signUp();
    const page = await board.open(person, '/personas');
    await page.getByRole('combobox', { name: 'Looks after' }).click();
    await page.getByRole('option', { name: 'Law' }).click();
    await page.getByLabel('Only those who oppose').check();
    await page.getByText('1 of 45 personas').waitFor();
    await page.reload();

    await page.getByText('1 of 45 personas').waitFor();
    await page.getByRole('heading', { name: 'Annelies Dijkhuis' }).waitFor();
  });
});
