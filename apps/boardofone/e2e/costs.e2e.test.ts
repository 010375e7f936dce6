import { expectAxeClean, expectFits, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilView } from '../testing/drive.ts';
import { scriptedModels } from '../testing/scripted-models.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard({ models: scriptedModels() });
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('the costs of a decision are drawn, are told in tables, fit, and are on paper', async () => {
    const anna = await board.signUp();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, '/', size);
    await page.getByRole('link', { name: 'Costs', exact: true }).click();
    const bar = page.locator('.recharts-bar-rectangle path').first();
    await bar.waitFor();
    const spent = await anna.client.sessions.byId.query({ id });
    await page
      .getByText(`$${Number(spent.totalCost).toFixed(4)}`, { exact: true })
      .first()
      .waitFor();
    await expectAxeClean(page);
    await expectFits(page);

    const table = page.getByRole('table', { name: 'By phase' });
    await page.getByRole('region', { name: 'By phase' }).getByText('As a table').press('Enter');
    await table.getByRole('row', { name: /^Blind round/ }).waitFor();
    await expectAxeClean(page);

    await page.getByRole('button', { name: '7 days' }).press('Enter');
    await page.waitForURL(/from=/);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^board-costs-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);

    await page.emulateMedia({ media: 'print' });
    await page.getByRole('table', { name: 'By persona' }).waitFor();
    await expect.poll(() => bar.isVisible()).toBe(false);
  });
});
