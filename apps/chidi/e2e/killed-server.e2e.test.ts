import { answer, createGate, type ModelServer, startModelServer } from '@commons/ai/testing';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { allowProblem, type Browser, newPage, openBrowser, type Page } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chidi } from '../app.ts';
import { type ChidiProcess, runProcess } from './run-process.ts';

describe('a server that is killed in mid-answer', () => {
  let db: TestDatabase;
  let model: ModelServer;
  let site: ChidiProcess;
  let browser: Browser;

  beforeAll(async () => {
    [db, model, browser] = await Promise.all([
      createTestDatabase([chidi]),
      startModelServer(),
      openBrowser(),
    ]);
    site = await runProcess(db, model.url);
  });

  afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
    await Promise.all([model.close(), db[Symbol.asyncDispose]()]);
  });

  /** Signs up through the page, describes a business and asks; returns when the first words are on the screen. */
  async function askOn(page: Page, email: string): Promise<void> {
    await page.goto('/chidi/sign-up');
    await page.getByLabel('Name').fill('Nora Lind');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('a quiet morning in may');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('link', { name: /describe your business/i }).click();
    await page.getByLabel('Name').fill('Lind Bikes');
    await page.getByRole('button', { name: 'Save and ask Chidi' }).click();
    await page.getByPlaceholder('Ask Chidi').fill('Tell me a story.');
    await page.getByRole('button', { name: 'Send' }).click();
  }

  it('has lost nothing that was on the screen, and goes on from there', async () => {
    const page = await newPage(browser, { baseUrl: site.url });
    // While the server is gone, the browser says so in its console.
    allowProblem(page, /Failed to load resource|ERR_|EventSource/);
    const gate = createGate();
    model.reply(gate.reply);
    await askOn(page, 'nora@example.org');
    const log = page.getByRole('log');
    await gate.emit('Once upon a time ');
    await gate.emit('there was a bicycle');
    await log.getByText('Once upon a time there was a bicycle').waitFor();

    await site.kill('SIGKILL');
    await site.restart();
    await page.reload();
    await log.getByText('Once upon a time there was a bicycle').waitFor();
    await log.getByText('Interrupted.').waitFor();

    model.reply(answer(' that wanted to fly.'), answer('A story'));
    await page.getByRole('button', { name: 'Continue' }).click();
    await log.getByText('Once upon a time there was a bicycle that wanted to fly.').waitFor();
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect(await db.admin`select role, status, content from chidi.messages order by created_at, id`).toEqual([
      { role: 'user', status: 'complete', content: 'Tell me a story.' },
      {
        role: 'assistant',
        status: 'complete',
        content: 'Once upon a time there was a bicycle that wanted to fly.',
      },
    ]);
  });

  it('is found again by a page that stays open, without a reload', async () => {
    const page = await newPage(browser, { baseUrl: site.url });
    allowProblem(page, /Failed to load resource|ERR_|EventSource/);
    const gate = createGate();
    model.reply(gate.reply);
    await askOn(page, 'lena@example.org');
    const log = page.getByRole('log');
    await gate.emit('Half a sentence');
    await log.getByText('Half a sentence').waitFor();
    await site.kill('SIGKILL');
    await site.restart();
    await log.getByText('Interrupted.').waitFor();
    await log.getByText('Half a sentence').waitFor();
  });

  it('ends answers as interrupted when it is told to stop, and keeps their text', async () => {
    const page = await newPage(browser, { baseUrl: site.url });
    allowProblem(page, /Failed to load resource|ERR_|EventSource/);
    const gate = createGate();
    model.reply(gate.reply);
    await askOn(page, 'jonas@example.org');
    await gate.emit('Not much yet');
    await page.getByRole('log').getByText('Not much yet').waitFor();
    await site.kill('SIGTERM');
    expect(await db.admin`select status, content from chidi.messages where content = 'Not much yet'`).toEqual(
      [{ status: 'interrupted', content: 'Not much yet' }],
    );
    await site.restart();
  });
});
