import { answer, createGate } from '@commons/ai/testing';
import { describe, expect, it } from 'vitest';
import { followTurn, heard, newTalk, startTalking } from '../../testing/talk.ts';

const refused = expect.objectContaining({ data: expect.objectContaining({ code: 'QUOTA_EXCEEDED' }) });

describe('a day’s share of the model', () => {
  it('counts a turn under way as it may become, and one that has ended as it was', async () => {
    await using grace = await startTalking({ modelQuota: { tokensPerDay: 3_000, usdPerDay: 0 } });
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
});
