import { answer, createGate, failure } from '@commons/ai/testing';
import {
  allowProblem,
  expectAxeClean,
  newPage,
  type OpenPages,
  openPages,
  sizes,
} from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver } from '../testing/family.ts';
import { type Holder, newSession, startTalking, type TalkingGrace, turnsOf } from '../testing/talk.ts';

let grace: TalkingGrace & OpenPages;
beforeAll(async () => {
  grace = await openPages(startTalking(), '/grace');
});
afterAll(() => grace?.[Symbol.asyncDispose]());

const openSession = async (holder: Holder, size: { width: number; height: number }) => {
  const id = await newSession(holder);
  const page = await grace.open(holder, `/p/${holder.profileId}/talk/${id}`, size);
  return { id, page, field: page.getByRole('textbox', { name: 'Your answer' }) };
};

describe.each(sizes)('on $name', (size) => {
  it('a conversation is begun, led by choices, ended, and its summary seen first and shared', async () => {
    const holder = await grace.newHolder();
    const page = await grace.open(holder, `/p/${holder.profileId}/talk`, size);
    await page.getByRole('region', { name: 'Suggestions' }).getByRole('listitem').first().waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Just talk' }).click();
    await page.getByText('It is good to sit with you.').waitFor();
    await expectAxeClean(page);

    grace.model.reply(answer('I like that too. Tea or coffee?\n[Tea | Coffee]'));
    await page.getByRole('button', { name: 'About today' }).click();
    await page.getByText('I like that too. Tea or coffee?').waitFor();
    grace.model.reply(answer('Then we have coffee.'));
    await page.getByRole('button', { name: 'Coffee' }).click();
    await page.getByText('Then we have coffee.').waitFor();

    grace.model.reply(failure(500));
    await page.getByRole('button', { name: 'Enough for today' }).click();
    await page.getByRole('heading', { name: 'What we talked about' }).waitFor();
    await page.getByText('Margaret said: “Coffee”').waitFor();
    await page.getByText('Nobody else can read this.').waitFor();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Yes, they may' }).click();
    await page.getByText('Your family may read this summary.').waitFor();

    const { profileId } = holder;
    const ben = await newCaregiver(grace.server, { profileId, scopes: ['chat_summaries'] });
    const theirs = await grace.open(ben, `/p/${profileId}/talk`, size);
    await theirs.getByText('Margaret said: “Coffee”').waitFor();
    await expectAxeClean(theirs);
    expect(await theirs.getByText('Then we have coffee.').count()).toBe(0);
  });

  it('what is being said goes on after a reload, and stops when asked', async () => {
    const holder = await grace.newHolder();
    const { page, field } = await openSession(holder, size);
    const gate = createGate();
    grace.model.reply(gate.reply);
    await field.fill('Tell me something');
    await page.getByRole('button', { name: 'Send' }).click();
    await gate.emit('The rain has stopped. ');
    await page.getByText('The rain has stopped.').waitFor();
    await page.reload();
    await page.getByText('The rain has stopped.').waitFor();
    await gate.emit('Now the sun is out. ');
    await page.getByText('The rain has stopped. Now the sun is out.').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('I have stopped.').waitFor();

    grace.model.reply(answer('The birds sing.'));
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Now the sun is out. The birds sing.').waitFor();
  });

  it('a failing model loses nothing and leaves a way on', async () => {
    const holder = await grace.newHolder();
    const { page, field } = await openSession(holder, size);
    grace.model.reply(failure(500));
    await field.fill('Are you there?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('I lost my words just now.').waitFor();
    await expectAxeClean(page);
    grace.model.reply(answer('I am here.'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('I am here.').waitFor();
  });

  it('a cry for help shows whom to call, and the family sees it and can see to it', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    const ben = await newCaregiver(grace.server, { profileId, level: 'log', name: 'Ben' });
    const theirs = await grace.open(ben, `/p/${profileId}/person`, size);
    await theirs.getByRole('heading', { name: 'Margaret Okafor' }).waitFor();
    const { page, field } = await openSession(holder, size);
    await field.fill('I fell and cannot get up');
    await page.getByRole('button', { name: 'Send' }).click();
    const help = page.getByRole('heading', { name: 'Call your local emergency number' });
    await help.waitFor();
    // Below the header and the bar with the person, above the field that was written into.
    await expect
      .poll(() => help.evaluate((heading) => heading.getBoundingClientRect().top))
      .toBeGreaterThan(110);
    await expectAxeClean(page);

    await theirs.getByText('Margaret may have fallen.').waitFor();
    await expectAxeClean(theirs);
    // It is no part of what is printed and handed to others.
    await theirs.emulateMedia({ media: 'print' });
    await theirs.getByText('Margaret may have fallen.').waitFor({ state: 'hidden' });
    await theirs.emulateMedia({ media: 'screen' });
    await theirs.getByRole('button', { name: 'I see to it' }).click();
    await theirs.getByText('Margaret may have fallen.').waitFor({ state: 'detached' });
  });

  it('likes, dislikes and memories are written down, and a removed memory comes back', async () => {
    const holder = await grace.newHolder();
    const page = await grace.open(holder, `/p/${holder.profileId}/story`, size);
    await page.getByRole('heading', { name: 'Nothing written yet' }).waitFor();
    await expectAxeClean(page);
    await page.getByRole('radiogroup', { name: 'How about Gardens?' }).getByText('Never').click();
    await page.getByLabel('Something else').fill('the war');
    await page.getByRole('button', { name: 'Never bring it up' }).click();
    await page.getByRole('radiogroup', { name: 'How about the war?' }).waitFor();

    await page.getByRole('button', { name: 'Add a memory' }).click();
    await page.getByLabel('What happened?').fill('She sang in the choir.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write who told this, or where it is written.').waitFor();
    await page.getByLabel('Who told this, or where is it written?').fill('Amara');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Told by Amara').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Told by Amara').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Told by Amara').waitFor();
    await expectAxeClean(page);

    const { own, topics } = await holder.client.topics.list.query({ profileId: holder.profileId });
    expect(own).toEqual([{ words: 'the war', preference: 'avoid' }]);
    expect(topics.filter(({ preference }) => preference === 'avoid').map(({ id }) => id)).toEqual([
      'gardens',
    ]);
  });
});

describe('reading aloud', () => {
  const spoken = `window.said = []; window.speechSynthesis = undefined;
    Object.defineProperty(window, 'speechSynthesis', { value: { speak: (one) => window.said.push(one.text), cancel() {} } });
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };`;

  it('says each sentence once, as it comes, once it is switched on', async () => {
    const holder = await grace.newHolder();
    const page = await newPage(grace.browser, { baseUrl: grace.server.url, cookie: holder.cookie });
    await page.addInitScript(spoken);
    const id = await newSession(holder);
    await page.goto(`/grace/p/${holder.profileId}/talk/${id}`);
    await page.getByRole('button', { name: 'Read aloud' }).click();
    const gate = createGate();
    grace.model.reply(gate.reply);
    await page.getByRole('button', { name: 'About today' }).click();
    await gate.emit('The rain has stopped. ');
    await page.getByText('The rain has stopped.').waitFor();
    await gate.emit('Now the sun is out.');
    await gate.finish();
    await page.getByText('Now the sun is out.').waitFor();
    await page.getByRole('button', { name: 'Send' }).waitFor();
    const said = (await page.evaluate('window.said.slice(1).join(" ")')) as string;

    expect(said.replace(/\s+/g, ' ').trim()).toBe('The rain has stopped. Now the sun is out.');
    expect((await turnsOf(holder, id)).at(-1)?.status).toBe('complete');
  });

  it('and speaking are not offered where the browser cannot', async () => {
    const holder = await grace.newHolder();
    const page = await newPage(grace.browser, { baseUrl: grace.server.url, cookie: holder.cookie });
    await page.addInitScript(`delete window.speechSynthesis; delete Window.prototype.speechSynthesis;
      delete window.SpeechRecognition; delete window.webkitSpeechRecognition;`);
    const id = await newSession(holder);
    await page.goto(`/grace/p/${holder.profileId}/talk/${id}`);
    await page.getByRole('textbox', { name: 'Your answer' }).waitFor();

    expect(await page.getByRole('button', { name: 'Read aloud' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Speak' }).count()).toBe(0);
  });
});

it('another person’s conversation is nobody’s page', async () => {
  const [holder, stranger] = [await grace.newHolder(), await grace.newHolder()];
  const id = await newSession(holder);
  const page = await grace.open(stranger, `/p/${stranger.profileId}/talk/${id}`);
  allowProblem(page, /404/);
  await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
});
