import { expectAxeClean, expectFits, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilView } from '../testing/drive.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a session is begun anew with one thing assumed, and both outcomes stand side by side', async () => {
    const anna = await board.signUp();
    const id = await ready(anna, { maxRounds: 1 });
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, `/sessions/${id}/memo`, size);
    await page.getByRole('link', { name: 'What if…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What if…' }).waitFor();
    await page.getByLabel('From where on').selectOption('1');
    await expectAxeClean(page);
    await expectFits(page);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Write what is to be assumed.').waitFor();
    await page.getByLabel('What is true').fill('The landlord halves the rent.');
    await page.reload();
    expect(await page.getByLabel('What is true').inputValue()).toBe('The landlord halves the rent.');
    await page.getByLabel('From where on').selectOption('1');
    await page.getByLabel('What is true').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    const strip = page.getByRole('region', { name: 'What if' });
    await strip.getByText('What if: “The landlord halves the rent.”').waitFor();
    await strip.getByText('Round 1 is taken over from').waitFor();
    await page.getByRole('link', { name: 'Read the memo' }).waitFor();
    await expectAxeClean(page);
    await strip.getByRole('link', { name: 'Compare both' }).click();

    await page.getByRole('heading', { name: 'As it was' }).waitFor();
    await page.getByRole('table', { name: 'The result by each rule' }).waitFor();
    await page.getByRole('table', { name: 'Who voted for what' }).waitFor();
    await expectAxeClean(page);
    await expectFits(page);

    const fork = page.url().match(/sessions\/([^/]+)\/compare/)?.[1];
    await page.goto(`/boardofone/sessions/${id}/replay`);
    await page.getByRole('button', { name: 'To the end' }).click();
    await page.getByRole('link', { name: /What if, from the end of round/ }).waitFor();
    await page.getByRole('region', { name: 'What if' }).getByRole('link').click();
    await page.waitForURL(`**/sessions/${fork}/compare`);
    expectOnlyOrigin(page, board.server.url);
  });
});
