import { answer, createGate } from '@commons/ai/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  followTurn,
  type Holder,
  heard,
  newSession,
  newTalk,
  startTalking,
  type TalkingGrace,
  turnsOf,
} from '../../testing/talk.ts';

let grace: TalkingGrace;
let amara: Holder;
beforeAll(async () => {
  grace = await startTalking();
  amara = await grace.newHolder();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

const code = (name: string) => expect.objectContaining({ data: expect.objectContaining({ code: name }) });

describe('a turn of the companion', () => {
  it('is what the model said, with its choice, and its bill beside it', async () => {
    grace.model.reply(answer('How nice. Tea or coffee?\n[Tea | Coffee]'));
    const talk = await newTalk(amara, 'Good morning');

    expect(await heard(amara, talk)).toMatchObject({
      status: 'complete',
      kind: 'talk',
      content: 'How nice. Tea or coffee?',
      choices: ['Tea', 'Coffee'],
    });
    expect(
      await grace.server.db.admin`
        select app, purpose, resource_type from public.model_usage where resource_id = ${talk.answerId}`,
    ).toEqual([{ app: 'grace', purpose: 'companion', resource_type: 'turn' }]);
  });

  it('leaves out what the rules hold back, whatever the model says', async () => {
    grace.model.reply(
      answer(
        'Do you remember your wedding? No, that is wrong. Your son Robert called. Take two tablets. I am here with you.',
      ),
    );
    const talk = await newTalk(amara, 'Good evening');

    expect((await heard(amara, talk)).content).toBe('I am here with you.');
  });

  it('is a question of its own when nothing of the model’s may be said', async () => {
    grace.model.reply(answer('Do you remember your wedding?'));
    const turn = await heard(amara, await newTalk(amara, 'Hello there'));

    expect(turn.content).toMatch(/^I am listening\. .*\?$/);
    expect(turn.choices).toHaveLength(2);
  });

  it('is asked with the life story and its sources, and without what is avoided', async () => {
    const { client, profileId } = await grace.newHolder();
    const holder = { ...amara, client, profileId };
    const entry = { profileId, people: [], fromYear: 1965, toYear: null, source: 'Joan' };
    await client.story.save.mutate({ ...entry, id: uuidV7(), text: 'She was a night nurse.' });
    await client.story.save.mutate({ ...entry, id: uuidV7(), text: 'She crossed by boat.' });
    await client.topics.prefer.mutate({ profileId, subject: { words: 'boats' }, preference: 'avoid' });
    const talk = await newTalk(holder, 'What was I?');
    await heard(holder, talk);
    const [system] = grace.model.requests.at(-1)?.body.messages ?? [];

    expect(system?.content).toContain('She was a night nurse. (1965; told by Joan)');
    expect(system?.content).not.toContain('crossed by boat');
  });

  it('sent again adds nothing', async () => {
    const sessionId = await newSession(amara);
    const said = { id: uuidV7(), sessionId, content: 'Twice?' };
    const first = await amara.client.turns.say.mutate(said);
    expect(await amara.client.turns.say.mutate(said)).toEqual(first);
    expect(await turnsOf(amara, sessionId)).toHaveLength(3);
    await heard(amara, { sessionId, ...first });
  });

  it('is read on after a reload, and comes whole to whoever comes late', async () => {
    const gate = createGate();
    grace.model.reply(gate.reply);
    const talk = await newTalk(amara, 'Tell me something');
    await gate.emit('The rain has stopped. ');
    const before = followTurn(amara, talk.answerId);
    await before.reads('The rain has stopped.');
    before.stop();
    const [, , shown] = await turnsOf(amara, talk.sessionId);
    expect(shown).toMatchObject({ status: 'streaming', content: 'The rain has stopped.' });
    const after = followTurn(amara, talk.answerId, shown?.content.length);
    await gate.emit('Now the sun is out.');
    await gate.finish();

    expect(await after.ended).toMatchObject({ status: 'complete' });
    expect(after.text()).toBe(' Now the sun is out.');
  });

  it('stops when the person says so, and the model is hung up on', async () => {
    const gate = createGate();
    grace.model.reply(gate.reply);
    const talk = await newTalk(amara, 'Tell me a long story');
    await gate.emit('Once upon a time. ');
    await followTurn(amara, talk.answerId).reads('Once upon a time.');
    await amara.client.turns.stop.mutate({ answerId: talk.answerId });

    expect(await heard(amara, talk)).toMatchObject({ status: 'stopped', content: 'Once upon a time.' });
    expect(await (await gate.opened).closed).toEqual({ aborted: true });
  });

  it('waits for the one before it', async () => {
    const gate = createGate();
    grace.model.reply(gate.reply);
    const talk = await newTalk(amara, 'One');
    await gate.opened;
    await expect(newTalk(amara, 'Two', talk.sessionId)).rejects.toEqual(code('RATE_LIMITED'));
    await gate.finish();
    await heard(amara, talk);
  });

  it('is no more in a conversation that has ended', async () => {
    const { sessionId, ...talk } = await newTalk(amara, 'Bye');
    await heard(amara, { sessionId, ...talk });
    await amara.client.sessions.end.mutate({ profileId: amara.profileId, id: sessionId });
    await expect(newTalk(amara, 'Still there?', sessionId)).rejects.toEqual(code('CONFLICT'));
  });
});
