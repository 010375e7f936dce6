import { answer, createGate, failure } from '@commons/ai/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { eventually } from '../../testing/eventually.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let businessId: string;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
  businessId = (await anna.addBusiness()).id;
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const titleOf = async (id: string) => (await anna.client.conversations.byId.query({ id })).title;
const rename = (id: string, title: string) => anna.client.conversations.rename.mutate({ id, title });
const titleCalls = async (id: string) =>
  (await chidi.usageOf(id)).filter(({ purpose }) => purpose === 'title').length;

async function begin(question = 'What sells best?') {
  const exchange = await anna.ask(question, businessId);
  await anna.ended(exchange);
  return exchange;
}

describe('the title of a conversation', () => {
  it('comes from the model, once, after the first exchange', async () => {
    chidi.titler.reply(answer('Best sellers'));
    const first = await begin();
    await eventually(async () => expect(await titleOf(first.conversationId)).toBe('Best sellers'));
    const asked = chidi.titler.requests.length;
    await anna.ended(await anna.reply(first, 'And in winter?'));
    // The next conversation's title comes after anything that this one could still have asked for.
    const other = await begin();
    await eventually(async () => expect(await titleOf(other.conversationId)).not.toBeNull());

    expect(chidi.titler.requests).toHaveLength(asked + 1);
    expect(await titleOf(first.conversationId)).toBe('Best sellers');
  });

  it('is asked for with the question alone, and its call is in the ledger', async () => {
    chidi.titler.reply(answer('Winter'));
    const { conversationId } = await begin('What about winter?');
    await eventually(async () => expect(await titleOf(conversationId)).toBe('Winter'));

    expect(chidi.titler.requests.at(-1)?.body.messages.at(-1)?.content).toBe('What about winter?');
    expect(await chidi.usageOf(conversationId)).toMatchObject([
      { purpose: 'title', input_tokens: 11, output_tokens: 7, usage_source: 'provider' },
    ]);
  });

  it('given by the person stays when the model’s comes later', async () => {
    const gate = createGate();
    chidi.titler.reply(gate.reply);
    const { conversationId } = await begin();
    await gate.opened;
    await rename(conversationId, 'Mine');
    await gate.emit('The model’s');
    await gate.finish();
    await eventually(async () => expect(await titleCalls(conversationId)).toBe(1));

    expect(await titleOf(conversationId)).toBe('Mine');
  });

  it('given by the person replaces the model’s', async () => {
    const { conversationId } = await begin();
    await eventually(async () => expect(await titleOf(conversationId)).not.toBeNull());
    await rename(conversationId, ' Mine ');

    expect(await titleOf(conversationId)).toBe('Mine');
  });

  it('given by the person before the first answer was complete is not even asked of the model', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const asked = chidi.titler.requests.length;
    const exchange = await anna.ask('What sells best?', businessId);
    await gate.opened;
    await rename(exchange.conversationId, 'Mine');
    await gate.emit('Rye.');
    await gate.finish();
    await anna.ended(exchange);
    const other = await begin();
    await eventually(async () => expect(await titleOf(other.conversationId)).not.toBeNull());

    expect(chidi.titler.requests).toHaveLength(asked + 1);
    expect(await titleOf(exchange.conversationId)).toBe('Mine');
  });

  it('given by the person wins however the two meet', async () => {
    for (let round = 0; round < 8; round += 1) {
      const gate = createGate();
      chidi.titler.reply(gate.reply);
      const { conversationId } = await begin();
      await gate.opened;
      await gate.emit('The model’s');
      await Promise.all([gate.finish(), rename(conversationId, 'Mine')]);
      await eventually(async () => expect(await titleCalls(conversationId)).toBe(1));

      expect(await titleOf(conversationId)).toBe('Mine');
    }
  });

  it('is plain text of bounded length, whatever the model says', async () => {
    chidi.titler.reply(answer(`"\u202eBread\0\n\u200b${'long '.repeat(100)}"`));
    const { conversationId } = await begin();
    await eventually(async () => expect(await titleOf(conversationId)).not.toBeNull());
    const title = (await titleOf(conversationId)) ?? '';

    expect(title).toMatch(/^Bread long .*…$/);
    expect([...title].length).toBeLessThanOrEqual(80);
    expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('is the question’s beginning when the model’s has no word in it', async () => {
    chidi.titler.reply(answer('"***"'));
    const { conversationId } = await begin('What sells best?');

    await eventually(async () => expect(await titleOf(conversationId)).toBe('What sells best?'));
  });

  it('is left out when there is no word to make one of', async () => {
    chidi.titler.reply(answer('"***"'));
    const { conversationId } = await begin('***');
    await eventually(async () => expect(await titleCalls(conversationId)).toBe(1));

    expect(await titleOf(conversationId)).toBeNull();
  });

  it('comes after the next exchange when the first attempt failed', async () => {
    chidi.titler.reply(failure(500), answer('Second attempt'));
    const first = await begin();
    await anna.ended(await anna.reply(first, 'And in winter?'));

    await eventually(async () => expect(await titleOf(first.conversationId)).toBe('Second attempt'));
    expect(chidi.server.logText()).toContain('a conversation could not be named');
  });
});

describe('renaming', () => {
  it.each([
    ['blank', '  ', 'Give it a title.'],
    ['too long', 'x'.repeat(201), 'Keep the title under 200 characters.'],
  ])('to something %s is refused with what to do', async (_what, title, text) => {
    const { conversationId } = await begin();

    await expect(rename(conversationId, title)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { title: [text] } },
    });
  });
});
