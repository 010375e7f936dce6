import { expectAxeClean, expectFits, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approve, untilView } from '../testing/drive.ts';
import { ask } from '../testing/start-board.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

it.each(sizes)('on $name a voice is made one’s own, worded anew, tried, and seated', async (size) => {
  const anna = await board.signUp();
  const page = await board.open(anna, '/personas?persona=red_teamer', size);
  await page.getByRole('button', { name: 'Make it mine' }).click();
  await page.getByRole('heading', { level: 1, name: 'My Mireille Sabourin' }).waitFor();
  await expectAxeClean(page);

  await page.getByLabel('Name', { exact: true }).fill('Aunt Odile');
  const prompt = page.getByLabel('What the model is told');
  await prompt.fill(`You ask who bakes at night, with sk-${'a1'.repeat(12)}.`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/looks like a key or a password/).waitFor();
  await page.reload();
  await prompt.fill('You have baked for forty years. Ask who gets up at two.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Aunt Odile' }).waitFor();

  await page.getByLabel('A question').fill('Should we bake on Sundays?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText(/Version 1 · a rehearsal/).waitFor();
  await expectAxeClean(page);
  await expectFits(page);

  await page.getByRole('link', { name: 'Personas', exact: true }).first().click();
  await page.getByRole('heading', { level: 2, name: 'Mine' }).waitFor();
  await page.getByText('45 personas, and 1 of your own').waitFor();
  await expectAxeClean(page);

  const { id } = await ask(anna);
  await approve(anna, id);
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'panel');
  await page.goto(`/boardofone/sessions/${id}/panel`);
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add Aunt Odile' }).click();
  await page.getByRole('button', { name: 'Let them speak' }).click();
  await untilView(anna, id, ({ phase, seats }) => phase === 'initial_round' || seats.length > 0);
  const view = await untilView(anna, id, ({ round }) => round > 0);
  expect(view.seats.map(({ name }) => name)).toContain('Aunt Odile');

  const own = view.seats.find(({ name }) => name === 'Aunt Odile')?.personaCode;
  await page.goto(`/boardofone/personas/${own}`);
  await page.getByText(/can be archived and not deleted/).waitFor();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Offer it to panels again' }).waitFor();
  expectOnlyOrigin(page, board.server.url);
});
