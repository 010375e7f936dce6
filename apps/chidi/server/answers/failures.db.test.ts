import { answer, failure, type ModelReply } from '@commons/ai/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi({ timeouts: { firstTokenMs: 1_000, betweenTokensMs: 1_000 } });
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const failures: [situation: string, reply: ModelReply, errorCode: string, kept: string][] = [
  ['refuses the key', failure(401), 'MODEL_KEY_INVALID', ''],
  ['is too busy', failure(429, { message: 'slow down' }, { 'retry-after': '7' }), 'MODEL_RATE_LIMITED', ''],
  ['never answers', { kind: 'hang' }, 'MODEL_TIMEOUT', ''],
  ['falls silent', { kind: 'hang', chunks: ['Half'] }, 'MODEL_TIMEOUT', 'Half'],
  ['drops the connection', { kind: 'cut', chunks: ['Half'] }, 'MODEL_STREAM_CUT', 'Half'],
  [
    'is cut off at the length limit',
    answer('Half', { finishReason: 'length' }),
    'MODEL_LENGTH_LIMIT',
    'Half',
  ],
  ['talks nonsense', { kind: 'garbage' }, 'MODEL_MALFORMED', ''],
  ['breaks down', failure(500), 'MODEL_UNAVAILABLE', ''],
  [
    'finds the conversation too long',
    failure(400, { message: 'too many tokens', code: 'context_length_exceeded' }),
    'MODEL_CONTEXT_TOO_LONG',
    '',
  ],
  ['declines', answer('', { finishReason: 'content_filter' }), 'MODEL_REFUSED', ''],
  ['declines in mid-answer', answer('Half', { finishReason: 'content_filter' }), 'MODEL_REFUSED', 'Half'],
];

describe('when the model fails', () => {
  it.each(failures)('because it %s, the answer says so', async (situation, reply, errorCode, kept) => {
    chidi.model.reply(reply);
    const question = `What if it ${situation}?`;
    const exchange = await anna.ask(question);
    const failed = await anna.ended(exchange);

    expect(failed).toMatchObject({ status: 'error', errorCode, content: kept });
    expect(chidi.titler.requests.map(({ body }) => body.messages.at(-1)?.content)).not.toContain(question);

    // A retry is a new answer to the same question.
    const { conversationId, questionId } = exchange;
    const retried = await anna.client.messages.regenerate.mutate({ id: crypto.randomUUID(), questionId });
    expect(await anna.ended(retried)).toMatchObject({ status: 'complete', content: 'Hello.' });
    const messages = await anna.messages(conversationId);
    expect(messages.map(({ role, parentId }) => [role, parentId])).toEqual([
      ['user', null],
      ['assistant', questionId],
      ['assistant', questionId],
    ]);
  });

  it('those who follow learn it as it happens, after what had arrived', async () => {
    chidi.model.reply({ kind: 'cut', chunks: ['Half'] });
    const { answerId } = await anna.ask('What sells best?');
    const reader = anna.follow(answerId);

    expect(await reader.ended).toEqual({ type: 'end', status: 'error', errorCode: 'MODEL_STREAM_CUT' });
    expect(reader.text()).toBe('Half');
  });

  it('a failed answer can also be continued', async () => {
    chidi.model.reply({ kind: 'cut', chunks: ['Half'] }, answer(' done.'));
    const exchange = await anna.ask('What sells best?');
    await anna.ended(exchange);
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });

    expect(await anna.ended(exchange)).toMatchObject({
      status: 'complete',
      content: 'Half done.',
      errorCode: null,
    });
  });

  it('because nothing listens at its address, the answer says so', async () => {
    await using lonely = await startChidi();
    const ben = await lonely.signUp();
    await lonely.model.close();

    expect(await ben.ended(await ben.ask('Anybody there?'))).toMatchObject({
      status: 'error',
      errorCode: 'MODEL_UNAVAILABLE',
    });
  });

  it('neither the question nor the key nor the provider’s words reach the log', async () => {
    chidi.model.reply(failure(401, { message: 'Incorrect API key: key-of-tests' }));
    const exchange = await anna.ask('My secret recipe is rye.');
    await anna.ended(exchange);

    expect(chidi.server.logText()).not.toMatch(/secret recipe|key-of-tests|Incorrect API key/);
  });
});
