import {
  allowProblem,
  expectAxeClean,
  expectFits,
  expectOnlyOrigin,
  newPage,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilView } from '../testing/drive.ts';
import { ask, bakery } from '../testing/start-board.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const dog = 'Do we take the dog from the shelter?';

describe.each(sizes)('on $name', (size) => {
  it('a decision is found, archived and brought back, asked again, and another deleted for good', async () => {
    const anna = await board.signUp();
    const { id: bakeryId } = await ask(anna);
    const { id: dogId } = await ask(anna, { problem: dog });
    for (const id of [bakeryId, dogId]) await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    const page = await board.open(anna, '/', size);
    await page.getByText('2 decisions').waitFor();
    await expectAxeClean(page);
    await expectFits(page);

    await page.getByLabel('Search').fill('shelter');
    await page.getByText('1 decision', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('1 decision', { exact: true }).waitFor();
    expect(await page.getByText(bakery.problem).count()).toBe(0);

    const more = page.getByRole('button', { name: `More about ${dog}` });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Archive' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await page.getByText('No decision fits.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 decision', { exact: true }).waitFor();

    await more.click();
    await page.getByRole('menuitem', { name: 'Ask again' }).click();
    await page.getByRole('heading', { name: 'What do you have to decide?' }).waitFor();
    expect(await page.getByLabel('The decision').inputValue()).toBe(dog);
    expect(await page.getByLabel('What the board should know').inputValue()).toBe(bakery.context);
    await page.goBack();

    await more.click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('it is ended first').waitFor();
    await expectAxeClean(page);
    await page.getByLabel(/^Type/).fill('delete');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('No decision fits.').waitFor();
    await page.getByRole('link', { name: 'Show all decisions' }).click();
    await page.getByText(bakery.problem).waitFor();
    const { items } = await anna.client.sessions.list.query({});
    expect(items.map(({ id }) => id)).toEqual([bakeryId]);
  });

  it('a memo is read by somebody without an account, until its link is ended', async () => {
    const anna = await board.signUp();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, '/', size);
    await page.getByRole('button', { name: /^More about/ }).click();
    await page.getByRole('menuitem', { name: 'Share the memo' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.getByLabel('Your link').inputValue();
    await expectAxeClean(page);
    const visitor = await newPage(board.browser, { baseUrl: board.server.url, ...size });
    await visitor.goto(new URL(link).pathname + new URL(link).hash);
    await visitor.getByRole('heading', { name: bakery.problem }).waitFor();
    await visitor.getByRole('heading', { name: 'Minority report' }).waitFor();
    await expectAxeClean(visitor);
    await expectFits(visitor);
    expect(await visitor.title()).not.toContain('bakery');
    expect(await visitor.locator('meta[name="robots"][content="noindex"]').count()).toBe(1);
    expectOnlyOrigin(visitor, board.server.url);

    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('You ended it.').waitFor();
    allowProblem(visitor, /404/);
    await visitor.reload();
    await visitor.getByRole('heading', { name: 'This link shows no memo' }).waitFor();
  });

  it('what was decided is written down below the memo, reviewed, and looked back on', async () => {
    const anna = await board.signUp();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, `/sessions/${id}/memo`, size);
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Choose what you decided.').waitFor();
    await expectAxeClean(page);
    await page.getByLabel('I decided for').selectOption({ index: 1 });
    await page.getByLabel('If that was right, this will be true').fill('By May the shop covers its rent.');
    await page.getByLabel('How likely, in percent').fill('70');
    await page.getByLabel('Look at it again on').fill('2027-05-01');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('70% likely').waitFor();
    await page.reload();
    await page.getByText('70% likely').waitFor();

    await page.goto('/boardofone/');
    await page.getByRole('link', { name: 'What came of it' }).click();
    await page.getByRole('heading', { name: 'To look at again' }).waitFor();
    await page.getByRole('button', { name: 'Say what came of it' }).click();
    await page.getByLabel('What happened (optional)').fill('Since March.');
    await expectAxeClean(page);
    await expectFits(page);
    await page.getByRole('button', { name: 'Yes, it was so' }).click();
    await page.getByRole('heading', { name: 'Reviewed' }).waitFor();
    await page.getByText('Yes, it was so. Since March.').waitFor();
    await page.getByText('after 9 more').first().waitFor();
    await expectAxeClean(page);
  });
});
