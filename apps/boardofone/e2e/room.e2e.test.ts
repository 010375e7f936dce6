import { readFile } from 'node:fs/promises';
import {
  expectAxeClean,
  expectFits,
  expectOnlyOrigin,
  type Page,
  requestsOf,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { playerOf } from '../db/demo/play-session.ts';
import { SessionRecord } from '../record/schemas.ts';
import { giveUp } from '../server/engine/give-up.ts';
import { readLog, ready, untilView } from '../testing/drive.ts';
import { type ScriptedModels, scriptedModels } from '../testing/scripted-models.ts';
import { ask, type BoardPerson } from '../testing/start-board.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let models: ScriptedModels;
let board: OpenBoard;
let anna: BoardPerson;
beforeAll(async () => {
  models = scriptedModels();
  board = await openBoard({ models });
});
beforeEach(async () => {
  models.prompts.length = 0;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const question = 'How long does the lease run?';

/** In the blind round three seats speak, one of them with a question, and two think until they are let go. */
function holdTwoSeats() {
  const held = Promise.withResolvers<void>();
  models.script = async ({ purpose, text }) => {
    const spoken = models.prompts.filter((prompt) => prompt.purpose === 'position').length;
    if (purpose === 'vote') return { ranking: text.includes('for O2') ? ['O2', 'O1'] : ['O1', 'O2'] };
    if (purpose !== 'position' || spoken > 5) return undefined;
    if (spoken > 3) await held.promise;
    return spoken === 1 ? { option: 'O2', question } : { option: spoken === 4 ? 'O3' : 'O1' };
  };
  return held.resolve;
}

const threeHaveSpoken = (id: string) =>
  untilView(anna, id, ({ seats }) => {
    const busy = seats.filter(({ state }) => state === 'thinking' || state === 'streaming').length;
    return busy === 2 && seats.filter(({ state }) => state === 'done').length === 3;
  });

const panelOf = (page: Page) => page.getByRole('region', { name: 'The panel', exact: true });
const seatsThat = (page: Page, state: RegExp) => panelOf(page).getByRole('button', { name: state });

describe.each(sizes)('on $name', (size) => {
  it('a session is followed through its rounds, over a reload, and answered', async () => {
    const letGo = holdTwoSeats();
    const id = await ready(anna, { answerWaitSeconds: 3_600 });
    await threeHaveSpoken(id);
    const page = await board.open(anna, `/sessions/${id}`, size);
    await page.getByRole('heading', { name: 'Blind round' }).waitFor();
    expect(await seatsThat(page, /Thinking/).count()).toBe(2);
    await expectAxeClean(page);

    // A reload in the middle shows what was shown.
    const before = await panelOf(page).textContent();
    await page.reload();
    expect(await panelOf(page).textContent()).toBe(before);

    // A seat opens and closes by keyboard, and gives the focus back.
    await seatsThat(page, /Has spoken/)
      .first()
      .press('Enter');
    await page.getByRole('region', { name: 'Round 1' }).getByText('FACT').waitFor();
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('button:focus', { hasText: 'Has spoken' }).waitFor();

    letGo();
    await page.getByRole('button', { name: 'Go on without answering' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('textbox', { name: 'Your answer' }).fill('Until May 2028.');
    await page.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
    await page.getByText('You answered: Until May 2028.').waitFor();
    await page.getByRole('button', { name: 'Go on', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(await page.locator('[data-announcer]').textContent()).toBe('Done');
    await page.getByRole('heading', { name: 'The same votes, counted four ways' }).waitFor();
    await expectAxeClean(page);
  });

  it('a memo leads to what it rests on, and is saved with its minority report', async () => {
    holdTwoSeats()();
    const id = await ready(anna);
    await untilView(anna, id, ({ status }) => status === 'completed');
    const page = await board.open(anna, `/sessions/${id}`, size);
    await page.getByRole('link', { name: 'Read the memo' }).click();
    await page.getByRole('heading', { name: 'Minority report' }).waitFor();
    const recommendation = page.getByRole('region', { name: 'Recommendation' });
    await recommendation.getByText(/, round \d$/).click();
    await recommendation.getByText('The rent pays for itself once').waitFor();
    await page.getByText('Unsupported: nothing').first().waitFor();
    await expectAxeClean(page);
    expect(await download(page, 'Markdown')).toContain('## Minority report');
    const record = SessionRecord.parse(JSON.parse(await download(page, 'JSON record')));
    expect(record.events).toHaveLength((await readLog(anna, id)).length);
    expectOnlyOrigin(page, board.server.url);
  });

  it('a replay shows what was shown live, by keyboard and playing, and asks nobody anything', async () => {
    const letGo = holdTwoSeats();
    const id = await ready(anna);
    const held = await threeHaveSpoken(id);
    const page = await board.open(anna, `/sessions/${id}`, size);
    const before = await panelOf(page).textContent();
    letGo();
    await page.getByRole('link', { name: 'Replay' }).waitFor();
    const after = await panelOf(page).textContent();
    const last = (await readLog(anna, id)).length;

    await page.getByRole('link', { name: 'Replay' }).click();
    const slider = page.getByRole('slider');
    await slider.waitFor();
    await page.waitForLoadState('networkidle');
    const asked = { requests: requestsOf(page).length, prompts: models.prompts.length };
    await slider.press('End');
    await page.getByText(`Moment ${last} of ${last}`).waitFor();
    expect(await panelOf(page).textContent()).toBe(after);
    await expectAxeClean(page);
    await slider.fill(String(held.seq));
    await page.getByText(`Moment ${held.seq} of`).waitFor();
    expect(await panelOf(page).textContent()).toBe(before);
    await slider.press('ArrowLeft');
    await page.getByText(`Moment ${held.seq - 1} of`).waitFor();
    await slider.fill(String(last - 5));
    await page.getByText('8×').click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByText(`Moment ${last} of`).waitFor();
    expect({ requests: requestsOf(page).length, prompts: models.prompts.length }).toEqual(asked);
  });

  it('is paused, taken up again, and ended with a reason, each from the page', async () => {
    const letGo = holdTwoSeats();
    const id = await ready(anna);
    await threeHaveSpoken(id);
    const page = await board.open(anna, `/sessions/${id}`, size);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.getByText('What was under way is kept').first().waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'End it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'End it for good' }).click();
    await dialog.getByText('Say why, for the record.').waitFor();
    await expectAxeClean(page);
    await dialog.getByLabel('Why do you end it?').fill('The landlord sold.');
    await dialog.getByRole('button', { name: 'End it for good' }).click();
    await page.getByRole('heading', { name: 'You ended it' }).waitFor();
    await page.getByText('The landlord sold.', { exact: true }).waitFor();
    letGo();

    expect(await anna.client.sessions.byId.query({ id })).toMatchObject({
      status: 'killed',
      killReason: 'The landlord sold.',
    });
  });

  it('a session that has failed says why, and its decision is put before the board again', async () => {
    const { id } = await ask(anna);
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    const player = playerOf(board.server.db.database, anna.userId, () => new Date());
    for (const run of [1, 2, 3]) {
      await giveUp(player, { sessionId: id, run, step: { kind: 'decomposition' } });
      if (run < 3) await anna.client.sessions.resume.mutate({ id });
    }
    const page = await board.open(anna, `/sessions/${id}`, size);
    await page.getByRole('heading', { name: 'It failed' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Pause|Resume|End it)$/ }).count()).toBe(0);
    await expectAxeClean(page);
    await expectFits(page);

    await page.getByRole('link', { name: 'Ask again' }).press('Enter');
    const decision = page.getByLabel('The decision');
    await decision.waitFor();
    const { problem } = await anna.client.sessions.byId.query({ id });
    expect(await decision.inputValue()).toBe(problem);
  });
});

/** What a button saves. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}
