import { answer, createGate } from '@commons/ai/testing';
import { expectAxeClean, expectOnlyOrigin, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenChidi, openChidi } from './open-chidi.ts';

describe.each(sizes)('a conversation, on $name', ({ width, height }) => {
  let chidi: OpenChidi;

  beforeAll(async () => {
    chidi = await openChidi();
    chidi.titler.replyOtherwise(answer('Delivery to Austria'));
  });

  afterAll(() => chidi[Symbol.asyncDispose]());

  it('goes from an empty account to an answer that knows the business', async () => {
    const person = await chidi.signUp();
    const page = await chidi.open(person, '/', { width, height });
    await page.getByRole('link', { name: /describe your business/i }).click();
    await page.getByLabel('Name').fill('Lind Bikes');
    await page.getByLabel('What we sell').fill('Repairs from €25. A yearly check costs €49.');
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Save and ask Chidi' }).click();

    const gate = createGate();
    chidi.model.reply(gate.reply);
    const composer = page.getByPlaceholder('Ask Chidi');
    await composer.fill('What does a yearly check cost?');
    await page.getByRole('button', { name: 'Send' }).click();
    await gate.emit('A yearly check');
    const log = page.getByRole('log');
    await log.getByText('A yearly check').last().waitFor();
    expect(await log.getAttribute('aria-live')).toBe('off');
    await gate.emit(' costs **€49**.');
    await gate.finish();
    await log.getByText('€49').waitFor();
    await page.getByRole('button', { name: 'What I knew' }).waitFor();
    await expectAxeClean(page);
    const request = await chidi.model.request(chidi.model.requests.length - 1);
    expect(JSON.stringify(request.body)).toContain('Repairs from €25. A yearly check costs €49.');

    await page.getByRole('button', { name: 'What I knew' }).click();
    await page.getByRole('dialog').getByText('version 1 of').waitFor();
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expectOnlyOrigin(page, chidi.server.url);
  });

  it('offers the way back from deleting above the composer, however tall that has grown', async () => {
    const person = await chidi.signUp();
    chidi.model.reply(answer('Bread.'));
    await person.ended(await person.ask('What do we sell?'));
    const page = await chidi.open(person, '/', { width, height });
    const composer = page.getByPlaceholder('Ask Chidi');
    await composer.fill('One\ntwo\nthree\nfour');
    const drawer = page.getByRole('button', { name: 'Open conversations' });
    if (await drawer.isVisible()) await drawer.click();
    await page.getByRole('button', { name: /^Delete “/ }).press('Enter');
    const undo = page.getByRole('button', { name: 'Undo' });
    const gap = async () => {
      const [field, button] = await Promise.all([composer.boundingBox(), undo.boundingBox()]);
      return field && button ? field.y - button.y - button.height : Number.NaN;
    };
    await expect.poll(gap).toBeGreaterThan(0);
  });

  it('stops, answers again beside the first answer, and remembers which one is shown', async () => {
    const person = await chidi.signUp();
    const business = await person.addBusiness({ offers: 'Bread' });
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await person.ask('What do we sell?', business.id);
    const page = await chidi.open(person, `/c/${exchange.conversationId}`, { width, height });
    await gate.emit('We sell bread and');
    const log = page.getByRole('log');
    await log.getByText('We sell bread and').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await log.getByText('Stopped.').waitFor();
    expect(await chidi.stored(exchange.answerId)).toMatchObject({
      status: 'stopped',
      content: 'We sell bread and',
    });

    chidi.model.reply(answer('Bread of four kinds.'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await log.getByText('Bread of four kinds.').waitFor();
    await log.getByText('2 / 2').waitFor();
    await page.getByRole('button', { name: 'Previous version' }).click();
    await log.getByText('1 / 2').waitFor();
    await page.reload();
    await log.getByText('1 / 2').waitFor();
    await log.getByText('We sell bread and').waitFor();
    await expectAxeClean(page);
  });

  it('goes on live after a reload in mid-answer, without a gap or a repetition', async () => {
    const person = await chidi.signUp();
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await person.ask('Count, please.');
    const page = await chidi.open(person, `/c/${exchange.conversationId}`, { width, height });
    const log = page.getByRole('log');
    await gate.emit('one two ');
    await log.getByText('one two').waitFor();
    await page.reload();
    await log.getByText('one two').waitFor();
    await gate.emit('three ');
    await log.getByText('one two three').waitFor();
    await gate.emit('four');
    await gate.finish();
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect((await log.getByRole('article').last().locator('p').first().textContent())?.trim()).toBe(
      'one two three four',
    );
    expect(await chidi.stored(exchange.answerId)).toMatchObject({ content: 'one two three four' });
  });

  it('shows a stranger nothing but a page that says so', async () => {
    const [owner, stranger] = [await chidi.signUp(), await chidi.signUp()];
    chidi.model.reply(answer('Our secret is butter.'));
    const exchange = await owner.ask('What is our secret?');
    await owner.ended(exchange);
    const page = await chidi.open(stranger, `/c/${exchange.conversationId}`, { width, height });
    await page.getByText('belongs to another account').waitFor();
    expect(await page.content()).not.toContain('secret');
    await expectAxeClean(page);
  });
});
