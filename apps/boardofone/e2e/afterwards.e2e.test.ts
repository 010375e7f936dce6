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
  it('a seat and the chair are asked below the memo with the keyboard, and their answers come by themselves', async () => {
    const anna = await board.signUp();
    const id = await ready(anna, { maxRounds: 0 });
    const { seats } = await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, `/sessions/${id}/memo`, size);
    const section = page.getByRole('region', { name: 'Ask afterwards' });
    await section.getByText('Nothing that they answer changes the votes').waitFor();
    await expectAxeClean(page);
    await section.getByLabel('Who is to answer').selectOption({ index: 1 });
    await section.getByLabel('Your question').focus();
    await page.keyboard.type('What about the rent?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await section.getByRole('heading', { name: 'What about the rent?' }).waitFor();
    await section.getByText(`${seats[0]?.name}, answered`).waitFor();
    await section.getByText(/In round 1 I said/).waitFor();
    expect(await section.getByLabel('Your question').inputValue()).toBe('');

    await section.getByLabel('Who is to answer').selectOption('chair');
    await section.getByLabel('Your question').fill('How close was it?');
    await section.getByRole('button', { name: 'Ask' }).click();
    await section.getByText('The chair, answered').waitFor();
    await page.reload();
    await section.getByRole('heading', { name: 'How close was it?' }).waitFor();
    await expectAxeClean(page);
    await expectFits(page);
    expectOnlyOrigin(page, board.server.url);
  });
});
