import { expectAxeClean, expectFits, newPage, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ready, untilView } from '../testing/drive.ts';
import { bakery } from '../testing/start-board.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe.each(sizes)('on $name', (size) => {
  it('a session that is done says so, leads to its memo, and mails are switched off', async () => {
    const anna = await board.signUp();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, '/', size);
    const news = page.getByRole('region', { name: 'New since you were here' });
    await news.getByText('The memo is written.').waitFor();
    await expectAxeClean(page);
    await expectFits(page);

    await news.getByRole('link', { name: bakery.problem }).click();
    await page.waitForURL(`**/sessions/${id}/memo`);
    await page.goBack();
    await page.getByText('1 decision', { exact: true }).waitFor();
    await news.waitFor({ state: 'detached' });

    await page.goto('/boardofone/notices');
    const mails = page.getByRole('switch', { name: /A mail when/ });
    await mails.press('Space');
    await expect.poll(async () => (await anna.client.notices.settings.query()).hasMails).toBe(false);
    await page.getByLabel('Mail', { exact: true }).selectOption('paused');
    await page.getByText(/The board has stopped/).waitFor();
    await expectAxeClean(page);
    await expectFits(page);
    await page.reload();
    await mails.waitFor();
    expect(await mails.isChecked()).toBe(false);
  });

  it('whoever has the link of a mail ends mails by a button, and sees no more than that', async () => {
    const anna = await board.signUp();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const { unsubscribeUrl = '' } = await board.server.mailbox.next(anna.email);
    const page = await newPage(board.browser, { baseUrl: board.server.url, ...size });
    await page.goto(unsubscribeUrl);
    const stop = page.getByRole('button', { name: 'Stop the mails' });
    await stop.waitFor();
    await expectAxeClean(page);
    expect((await anna.client.notices.settings.query()).hasMails).toBe(true);

    await stop.press('Enter');
    await page.getByRole('heading', { name: 'No more mails from the board', exact: true }).waitFor();
    await expectAxeClean(page);
    await expectFits(page);
    expect((await anna.client.notices.settings.query()).hasMails).toBe(false);
  });
});
