import { answer, createGate, failure, type ModelReply } from '@commons/ai/testing';
import { createTestDatabase } from '@commons/shared-db/testing';
import { describe, expect, it } from 'vitest';
import { grace as graceApp } from '../../app.ts';
import { followTurn, heard, newTalk, startTalking, turnsOf } from '../../testing/talk.ts';

const failures: [situation: string, reply: ModelReply, errorCode: string, kept: string][] = [
  ['refuses the key', failure(401), 'MODEL_KEY_INVALID', ''],
  ['never answers', { kind: 'hang' }, 'MODEL_TIMEOUT', ''],
  ['drops the connection', { kind: 'cut', chunks: ['I see. ', 'And'] }, 'MODEL_STREAM_CUT', 'I see.'],
  ['breaks down', failure(500), 'MODEL_UNAVAILABLE', ''],
];

describe('when the model fails', () => {
  it('the turn says so, keeps whole sentences, and can go on', async () => {
    await using grace = await startTalking({ timeouts: { firstTokenMs: 1_000, betweenTokensMs: 1_000 } });
    const amara = await grace.newHolder();
    for (const [situation, reply, errorCode, kept] of failures) {
      grace.model.reply(reply);
      const talk = await newTalk(amara, `What if it ${situation}`);
      expect(await heard(amara, talk)).toMatchObject({ status: 'error', errorCode, content: kept });

      grace.model.reply(answer('Let us go on.'));
      await amara.client.turns.continue.mutate({ answerId: talk.answerId });
      const whole = [kept, 'Let us go on.'].filter(Boolean).join(' ');
      expect(await heard(amara, talk)).toMatchObject({ status: 'complete', errorCode: null, content: whole });
    }
  });

  it('an answer cut at its length ends with its last whole sentence, and is no failure', async () => {
    await using grace = await startTalking();
    const amara = await grace.newHolder();
    grace.model.reply(answer('That is good. And then', { finishReason: 'length' }));
    expect(await heard(amara, await newTalk(amara, 'And'))).toMatchObject({ status: 'complete' });
  });
});

describe('when the process ends in mid-turn', () => {
  it('the turn is interrupted and its successor goes on with it', async () => {
    await using db = await createTestDatabase([graceApp]);
    await using first = await startTalking({ db, shutdownTimeoutMs: 500 });
    const amara = await first.newHolder();
    const gate = createGate();
    first.model.reply(gate.reply);
    const talk = await newTalk(amara, 'Tell me something');
    await gate.emit('The rain has stopped. ');
    await followTurn(amara, talk.answerId).reads('The rain has stopped.');
    await first.server.close();

    await using second = await startTalking({ db });
    const again = { ...amara, ...(await second.server.signIn(amara)) };
    expect((await turnsOf(again, talk.sessionId)).at(-1)).toMatchObject({
      status: 'interrupted',
      content: 'The rain has stopped.',
    });
    second.model.reply(answer('The sun is out.'));
    await again.client.turns.continue.mutate({ answerId: talk.answerId });
    expect(await heard(again, talk)).toMatchObject({
      status: 'complete',
      content: 'The rain has stopped. The sun is out.',
    });
  });

  it('a process that was killed leaves a lease, and whoever reads after it learns that nobody writes', async () => {
    await using grace = await startTalking();
    const amara = await grace.newHolder();
    const talk = await newTalk(amara, 'Tell me something');
    await heard(amara, talk);
    await grace.server.db.admin`
      update grace.chat_turns set content = 'Half a story.', status = 'streaming', choices = '{}',
        lease_expires_at = now() - interval '1 second' where id = ${talk.answerId}`;

    expect(await followTurn(amara, talk.answerId).ended).toMatchObject({ status: 'interrupted' });
    await amara.client.turns.continue.mutate({ answerId: talk.answerId });
    expect(await heard(amara, talk)).toMatchObject({ status: 'complete', content: 'Half a story. Hello.' });
  });
});
