import { answer, createGate } from '@commons/ai/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followTurn, heard, newTalk, startTalking, type TalkingGrace } from '../../testing/talk.ts';

let grace: TalkingGrace;
beforeAll(async () => {
  grace = await startTalking({ modelQuota: { tokensPerDay: 3_000, usdPerDay: 0 } });
});
afterAll(() => grace?.[Symbol.asyncDispose]());

const refused = expect.objectContaining({ data: expect.objectContaining({ code: 'QUOTA_EXCEEDED' }) });

it('a day’s share counts a turn under way as it may become, and one that has ended as it was', async () => {
  const holder = await grace.newHolder();
  const gate = createGate();
  grace.model.reply(gate.reply);
  const first = await newTalk(holder, 'Hello');
  await gate.emit('What a day.');
  await expect(newTalk(holder, 'Hello again')).rejects.toEqual(refused);
  await gate.finish();
  await followTurn(holder, first.answerId).ended;

  grace.model.reply(answer('Good to hear from you.'));
  const second = await newTalk(holder, 'Hello again');
  expect(await heard(holder, second)).toMatchObject({ status: 'complete' });
  expect(await grace.server.db.admin`select 1 from app.model_reservations`).toEqual([]);
});
