import { answer } from '@commons/ai/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
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

const regenerate = (questionId: string, id: string = crypto.randomUUID()) =>
  anna.client.messages.regenerate.mutate({ id, questionId });

const answersOf = async (conversationId: string) =>
  (await anna.messages(conversationId)).filter(({ role }) => role === 'assistant');

describe('regenerating an answer', () => {
  it('adds one beside those that are there, which stay as they are', async () => {
    chidi.model.reply(answer('One.'), answer('Two.'), answer('Three.'));
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await anna.ended(await regenerate(exchange.questionId));
    const newest = await regenerate(exchange.questionId);
    await anna.ended(newest);

    expect(await answersOf(exchange.conversationId)).toMatchObject([
      { content: 'One.', siblingOrder: 1, parentId: exchange.questionId },
      { content: 'Two.', siblingOrder: 2, parentId: exchange.questionId },
      { content: 'Three.', siblingOrder: 3, parentId: exchange.questionId },
    ]);
    const { activeLeafId } = await anna.client.conversations.byId.query({ id: exchange.conversationId });
    expect(activeLeafId).toBe(newest.answerId);
  });

  it('does not show the model the answers beside it', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await anna.ended(await regenerate(exchange.questionId));

    expect(chidi.model.requests.at(-1)?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'What sells best?' },
    ]);
  });

  it('five times at once keeps five more, numbered without a gap', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    const more = await Promise.all(Array.from({ length: 5 }, () => regenerate(exchange.questionId)));
    await Promise.all(more.map((one) => anna.ended(one)));
    const answers = await answersOf(exchange.conversationId);

    expect(answers.map(({ siblingOrder }) => siblingOrder).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill('complete'));
  });

  it('with an id that is there adds nothing', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    const id = crypto.randomUUID();
    const attempts = await Promise.all(Array.from({ length: 4 }, () => regenerate(exchange.questionId, id)));
    await anna.ended(attempts[0] ?? exchange);

    expect(new Set(attempts.map(({ answerId }) => answerId))).toEqual(new Set([id]));
    expect(await answersOf(exchange.conversationId)).toHaveLength(2);
  });

  it('with the id of an answer to another question is a conflict', async () => {
    const [one, other] = [
      await anna.ask('What sells best?', businessId),
      await anna.ask('What sells worst?', businessId),
    ];
    await Promise.all([one, other].map((exchange) => anna.ended(exchange)));

    await expect(regenerate(one.questionId, other.answerId)).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });
  });

  it('of something that is no question is not found', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);

    await expect(regenerate(exchange.answerId)).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  });
});

describe('choosing a branch', () => {
  it('is kept, also after going elsewhere and on another device', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await anna.ended(await regenerate(exchange.questionId));
    const { conversationId: id, answerId: leafId } = exchange;
    await anna.client.conversations.chooseLeaf.mutate({ id, leafId });
    const phone = await chidi.server.signIn(anna);

    expect((await phone.client.conversations.byId.query({ id })).activeLeafId).toBe(leafId);
  });

  it('of another conversation is not found', async () => {
    const [one, other] = [
      await anna.ask('What sells best?', businessId),
      await anna.ask('What sells worst?', businessId),
    ];
    const choose = anna.client.conversations.chooseLeaf.mutate({
      id: one.conversationId,
      leafId: other.answerId,
    });

    await expect(choose).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    await Promise.all([one, other].map((exchange) => anna.ended(exchange)));
  });
});
