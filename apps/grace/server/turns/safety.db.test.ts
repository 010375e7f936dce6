import { failure } from '@commons/ai/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver } from '../../testing/family.ts';
import { newMedication } from '../../testing/medicine.ts';
import {
  type Holder,
  newSession,
  newTalk,
  startTalking,
  type TalkingGrace,
  turnsOf,
} from '../../testing/talk.ts';

let grace: TalkingGrace;
let amara: Holder;
beforeAll(async () => {
  // Used up before anything is said, and down as well.
  grace = await startTalking({ modelQuota: { tokensPerDay: 1, usdPerDay: 0 } });
  grace.model.replyOtherwise(failure(500));
  amara = await grace.newHolder();
});
afterAll(() => grace?.[Symbol.asyncDispose]());

const answerTo = async (holder: Holder, content: string, inSession?: string) => {
  const talk = await newTalk(holder, content, inSession);
  const turn = (await turnsOf(holder, talk.sessionId)).find(({ id }) => id === talk.answerId);
  if (!turn) throw new Error('Nobody answered.');
  return turn;
};

const alertsOf = ({ client, profileId }: Holder) => client.alerts.list.query({ profileId });
const refusal = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

describe('a phrase of the safety list', () => {
  it('is answered at once, without the model, and names the local emergency number', async () => {
    const asked = grace.model.requests.length;
    for (const said of ["I can't breathe", 'I fell in the bath', 'I want to die']) {
      const turn = await answerTo(amara, said);
      expect(turn).toMatchObject({ kind: 'safety', status: 'complete' });
      expect(turn.content).toContain('local emergency number');
      expect(turn.content).toContain('I cannot call for help myself');
    }
    expect(grace.model.requests).toHaveLength(asked);
  });

  it('stays in sight until somebody sees to it, however many came after it', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    await newTalk(holder, 'I fell in the bath');
    const [first] = await alertsOf(holder);
    await grace.server.db.admin`
      insert into grace.safety_alerts (profile_id, turn_id, kind, phrase, phrases_version, acknowledged_at)
      select profile_id, turn_id, kind, phrase, phrases_version, now()
      from grace.safety_alerts, generate_series(1, 30) where profile_id = ${profileId}`;

    expect((await alertsOf(holder))[0]?.id).toBe(first?.id);
  });

  it('reaches every caregiver with the phrase of the list, and not what was said', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    const ben = await newCaregiver(grace.server, { profileId, scopes: ['medications'] });
    await newTalk(holder, 'I just fell and my secret is safe');

    expect(await ben.client.alerts.list.query({ profileId })).toEqual([
      expect.objectContaining({ kind: 'fall', phrase: 'I have fallen', acknowledgedAt: null }),
    ]);
    expect(
      await grace.server.db.admin`
      select phrase, phrases_version from grace.safety_alerts where profile_id = ${profileId}`,
    ).toEqual([{ phrase: 'I have fallen', phrases_version: 1 }]);
  });

  it('is kept with its alert or not at all', async () => {
    const holder = await grace.newHolder();
    const sessionId = await newSession(holder);
    const { admin } = grace.server.db;
    await admin`revoke insert on grace.safety_alerts from authenticated`;
    await admin.unsafe(
      'revoke insert (id, profile_id, turn_id, kind, phrase, phrases_version) on grace.safety_alerts from authenticated',
    );
    await expect(newTalk(holder, 'I have fallen', sessionId)).rejects.toEqual(refusal('FORBIDDEN'));
    await admin.unsafe(
      'grant insert (id, profile_id, turn_id, kind, phrase, phrases_version) on grace.safety_alerts to authenticated',
    );

    expect(await turnsOf(holder, sessionId)).toHaveLength(1);
    await newTalk(holder, 'I have fallen', sessionId);
    expect([(await turnsOf(holder, sessionId)).length, (await alertsOf(holder)).length]).toEqual([3, 1]);
  });

  it('sent again raises no second alert', async () => {
    const holder = await grace.newHolder();
    const said = { id: uuidV7(), sessionId: await newSession(holder), content: 'I have fallen' };
    await holder.client.turns.say.mutate(said);
    await holder.client.turns.say.mutate(said);

    expect(await alertsOf(holder)).toHaveLength(1);
  });

  it('does not wait for a turn that is being said', async () => {
    const holder = await grace.newHolder();
    const { sessionId, answerId } = await newTalk(holder, 'I have fallen');
    await grace.server.db.admin`
      update grace.chat_turns set status = 'streaming', lease_expires_at = now() + interval '1 hour' where id = ${answerId}`;

    expect(await answerTo(holder, 'I cannot breathe', sessionId)).toMatchObject({ kind: 'safety' });
  });

  it('a near miss raises nothing', async () => {
    const holder = await grace.newHolder();
    await newTalk(holder, 'I fell in love').catch(() => {});

    expect(await alertsOf(holder)).toEqual([]);
  });
});

describe('seeing to an alert', () => {
  it('is for those who may log, and whoever is first stands', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    const looks = await newCaregiver(grace.server, { profileId, level: 'view', name: 'Joan' });
    const logs = await newCaregiver(grace.server, { profileId, level: 'log', name: 'Ben' });
    await newTalk(holder, 'I have fallen');
    const [alert] = await alertsOf(holder);
    const input = { profileId, id: alert?.id ?? '' };
    await expect(looks.client.alerts.acknowledge.mutate(input)).rejects.toEqual(refusal('FORBIDDEN'));
    await logs.client.alerts.acknowledge.mutate(input);
    await holder.client.alerts.acknowledge.mutate(input);

    expect(await alertsOf(holder)).toEqual([expect.objectContaining({ acknowledgedName: 'Ben' })]);
    expect(
      await grace.server.db.admin`
      select acknowledged_by from grace.safety_alerts where id = ${input.id}`,
    ).toEqual([{ acknowledged_by: logs.userId }]);
  });
});

describe('a question about medicines', () => {
  it('is answered from the plan alone, though the model is down', async () => {
    const holder = await grace.newHolder();
    await holder.client.medications.create.mutate(newMedication(holder.profileId));
    await grace.server.db.admin`
      update grace.schedules set effective_from = '2026-11-01' where profile_id = ${holder.profileId}`;
    const asked = grace.model.requests.length;
    const turn = await answerTo(holder, 'Should I take another metformin?');

    expect(turn).toMatchObject({ kind: 'dose', status: 'complete' });
    expect(turn.content).toMatch(/^Your plan for today says:\nMetformin.*08:00, 1 tablet/);
    expect(turn.content).not.toMatch(/\bshould\b|\bdouble\b/i);
    expect(grace.model.requests).toHaveLength(asked);
  });

  it('says that there is no plan when there is none', async () => {
    expect((await answerTo(await grace.newHolder(), 'When do I take my pills?')).content).toContain(
      'no medicines for today',
    );
  });
});

describe('a day’s share of the model that is used up', () => {
  it('refuses talk with when it goes on, and nothing is added', async () => {
    const holder = await grace.newHolder();
    const sessionId = await newSession(holder);
    await grace.server.db.admin`
      insert into public.model_usage (user_id, app, purpose, provider, model, resource_type, input_tokens, output_tokens, usage_source)
      values (${holder.userId}, 'grace', 'companion', 'local', 'tiny-1', 'turn', 5, 5, 'provider')`;
    await expect(newTalk(holder, 'Hello', sessionId)).rejects.toEqual(refusal('QUOTA_EXCEEDED'));

    expect(await turnsOf(holder, sessionId)).toHaveLength(1);
  });
});
