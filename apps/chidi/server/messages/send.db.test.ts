import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import type { Exchange } from './schemas.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let businessId: string;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
  businessId = (await anna.addBusiness()).id;
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });

async function begin(content = 'What sells best?'): Promise<Exchange> {
  const exchange = await anna.ask(content, businessId);
  await anna.ended(exchange);
  return exchange;
}

describe('sending a question', () => {
  it('adds it under the answer it follows, and asks the model with the branch so far', async () => {
    const first = await begin('What sells best?');
    const second = await anna.reply(first, 'And in winter?');
    await anna.ended(second);

    expect(await anna.messages(first.conversationId)).toMatchObject([
      { id: first.questionId, parentId: null, role: 'user', siblingOrder: 1 },
      { id: first.answerId, parentId: first.questionId, role: 'assistant', status: 'complete' },
      { id: second.questionId, parentId: first.answerId, role: 'user', siblingOrder: 1 },
      { id: second.answerId, parentId: second.questionId, role: 'assistant', status: 'complete' },
    ]);
    expect(chidi.model.requests.at(-1)?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'What sells best?' },
      { role: 'assistant', content: 'Hello.' },
      { role: 'user', content: 'And in winter?' },
    ]);
  });

  it('again with the same id adds nothing and names the same answer', async () => {
    const { conversationId, answerId } = await begin();
    const question = {
      id: crypto.randomUUID(),
      conversationId,
      parentId: answerId,
      content: 'And in winter?',
    };
    const sent = await anna.client.messages.send.mutate(question);
    await anna.ended(sent);
    const asked = chidi.model.requests.length;
    const again = await anna.client.messages.send.mutate(question);

    expect(again).toEqual(sent);
    expect(await anna.messages(conversationId)).toHaveLength(4);
    expect(chidi.model.requests).toHaveLength(asked);
  });

  it('ten times at once adds one question with one answer', async () => {
    const { conversationId, answerId } = await begin();
    const asked = chidi.model.requests.length;
    const question = {
      id: crypto.randomUUID(),
      conversationId,
      parentId: answerId,
      content: 'And in winter?',
    };
    const sent = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const response = await anna.request('/chidi/trpc/messages.send', question);
        expect(response.status).toBe(200);
        return ((await response.json()) as { result: { data: Exchange } }).result.data;
      }),
    );
    const [first, ...others] = sent;
    if (first) await anna.ended(first);

    expect(others).toEqual(Array(9).fill(first));
    expect(await anna.messages(conversationId)).toHaveLength(4);
    expect(chidi.model.requests).toHaveLength(asked + 1);
  });

  it('twice at once under the same answer keeps both, side by side', async () => {
    const first = await begin();
    const both = await Promise.all([
      anna.reply(first, 'And in winter?'),
      anna.reply(first, 'And in spring?'),
    ]);
    await Promise.all(both.map((exchange) => anna.ended(exchange)));
    const questions = (await anna.messages(first.conversationId)).filter(
      ({ parentId }) => parentId === first.answerId,
    );

    expect(questions.map(({ siblingOrder }) => siblingOrder).sort()).toEqual([1, 2]);
    expect(new Set(questions.map(({ content }) => content))).toEqual(
      new Set(['And in winter?', 'And in spring?']),
    );
  });

  it('with a used id into another conversation is a conflict', async () => {
    const [one, other] = [await begin(), await begin()];
    const { conversationId, answerId: parentId } = other;
    const send = anna.client.messages.send.mutate({
      id: one.questionId,
      conversationId,
      parentId,
      content: 'And?',
    });

    await expect(send).rejects.toMatchObject(refusedWith('CONFLICT'));
    expect(await anna.messages(conversationId)).toHaveLength(2);
  });

  it('under a question is a conflict, and under a message of another conversation is not found', async () => {
    const [one, other] = [await begin(), await begin()];
    const { conversationId } = one;
    const send = (parentId: string) =>
      anna.client.messages.send.mutate({
        id: crypto.randomUUID(),
        conversationId,
        parentId,
        content: 'And?',
      });

    await expect(send(one.questionId)).rejects.toMatchObject(refusedWith('CONFLICT'));
    await expect(send(other.answerId)).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    expect(await anna.messages(conversationId)).toHaveLength(2);
  });

  it.each([
    ['nothing but blanks', ' \n ', 'Write a message first.'],
    ['too much', 'x'.repeat(20_001), 'This message is too long. Split it into several.'],
  ])('that says %s is refused with what to do', async (_what, content, text) => {
    const { conversationId, answerId: parentId } = await begin();
    const send = anna.client.messages.send.mutate({
      id: crypto.randomUUID(),
      conversationId,
      parentId,
      content,
    });

    await expect(send).rejects.toMatchObject({ data: { code: 'BAD_INPUT', fields: { content: [text] } } });
  });

  it('with characters that no database can keep, keeps all others', async () => {
    const exchange = await begin('Bread\0 and \ud83d butter 🧈');
    const [question] = await anna.messages(exchange.conversationId);

    expect(question?.content).toBe('Bread and \ufffd butter 🧈');
  });
});

describe('starting a conversation', () => {
  const start = (ids: { id: string; userContextId: string; questionId: string }) =>
    anna.client.conversations.start.mutate({ ...ids, content: 'What sells best?' });
  const newIds = () => ({
    id: crypto.randomUUID(),
    userContextId: businessId,
    questionId: crypto.randomUUID(),
  });

  it('ten times at once with the same ids begins one, with one question and one answer', async () => {
    const ids = newIds();
    const asked = chidi.model.requests.length;
    const started = await Promise.all(Array.from({ length: 10 }, () => start(ids)));
    const [first, ...others] = started;
    if (first) await anna.ended(first);

    expect(others).toEqual(Array(9).fill(first));
    expect(await anna.messages(ids.id)).toHaveLength(2);
    expect(chidi.model.requests).toHaveLength(asked + 1);
  });

  it('with the ids of one about another business is a conflict, and that one stays what it is about', async () => {
    const ids = newIds();
    await anna.ended(await start(ids));
    const { id: otherBusiness } = await anna.addBusiness({}, 'Flower Shop');

    await expect(start({ ...ids, userContextId: otherBusiness })).rejects.toMatchObject(
      refusedWith('CONFLICT'),
    );
    const { userContextId } = await anna.client.conversations.byId.query({ id: ids.id });
    expect(userContextId).toBe(businessId);
  });
});
