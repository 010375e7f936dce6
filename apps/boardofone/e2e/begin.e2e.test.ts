import { expectAxeClean, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quit } from '../templates/quit.ts';
import { untilView } from '../testing/drive.ts';
import { bakery } from '../testing/start-board.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('somebody puts a decision before the board, changes what it proposes, and lets the panel speak', async () => {
    // Whoever has agreed to nothing is asked first.
    const anna = await board.server.signUp();
    const page = await board.open(anna, '/', size);
    await page.getByRole('link', { name: 'Put a decision before the board' }).click();
    await page.getByRole('heading', { name: 'Before you begin' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'I agree' }).click();

    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Say what is to be decided').waitFor();
    await page.getByLabel('The decision').and(page.locator(':focus')).waitFor();
    await page.getByLabel('The decision').fill(bakery.problem);
    await page.getByLabel('What the board should know').fill(bakery.context);
    await page.getByLabel('Limits').fill(bakery.constraints);
    await expectAxeClean(page);
    await page.reload();
    expect(await page.getByLabel('The decision').inputValue()).toBe(bakery.problem);
    await page.getByRole('button', { name: 'Begin' }).click();

    await page.getByRole('heading', { name: 'The options' }).waitFor();
    await page.getByLabel('Option 2', { exact: true }).fill('Bake more in the one we have');
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('textbox', { name: 'Question 4' }).fill('Who bakes at night?');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Approve and choose the panel' }).click();

    await page.getByRole('heading', { name: '5 seats' }).waitFor();
    await page.getByText(/^Estimate: /).waitFor();
    await expectAxeClean(page);
    const [first] = await page.getByRole('button', { name: /^Remove / }).all();
    await first?.click();
    await page.getByRole('heading', { name: '4 seats' }).waitFor();
    await page.getByLabel('Add a voice').fill('cash');
    await page
      .getByRole('button', { name: /^Add [A-Z]/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '5 seats' }).waitFor();
    await page.getByRole('button', { name: 'Let them speak' }).click();
    await page.waitForURL(/\/sessions\/[0-9a-f-]+$/);

    const { items } = await anna.client.sessions.list.query({});
    expect(items).toHaveLength(1);
    await expect
      .poll(async () => (await anna.client.sessions.byId.query({ id: items[0]?.id ?? '' })).status, {
        timeout: 20_000,
      })
      .toBe('completed');
    await page.goto('/boardofone/');
    await page.getByRole('link', { name: /Memo written/ }).waitFor();
    await expectAxeClean(page);
  });

  it('somebody begins with an outline, whose questions, options and panel are proposed', async () => {
    const anna = await board.signUp();
    const page = await board.open(anna, '/new', size);
    await page.getByLabel('Limits').fill('Rent is paid until May.');
    await page.getByLabel('Begin with an outline').selectOption({ label: quit.title });
    expect(await page.getByLabel('The decision').inputValue()).toBe(quit.problem);
    expect(await page.getByLabel('Limits').inputValue()).toBe('Rent is paid until May.');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Begin', exact: true }).click();

    await page.getByRole('heading', { name: 'The options' }).waitFor();
    expect(await page.getByLabel('Option 1', { exact: true }).inputValue()).toBe(quit.options[0]?.label);
    expect(await page.getByRole('textbox', { name: 'Question 1' }).inputValue()).toBe(quit.subQuestions[0]);
    await page.getByRole('button', { name: 'Approve and choose the panel' }).click();
    await page.getByRole('heading', { name: '5 seats' }).waitFor();
    const id = page.url().split('/').at(-2) ?? '';
    const { seats } = await untilView(anna, id, ({ waitsFor }) => waitsFor === 'panel');
    expect(seats.map(({ personaCode }) => personaCode)).toEqual(quit.panel);
  });
});
