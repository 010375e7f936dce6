import { answer, createGate, failure, type ModelReply } from '@commons/ai/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCaregiver } from '../../testing/family.ts';
import {
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

const refusal = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });
const accessesOf = ({ profileId }: Holder) => grace.server.db.admin`
  select actor_name, resource, resource_id from grace.access_log where profile_id = ${profileId} order by id`;

describe('a conversation', () => {
  it('begins with a line of its own, and the one before it is closed with a summary', async () => {
    const first = await newSession(amara);
    const second = await newSession(amara);
    const { sessions } = await amara.client.sessions.list.query({ profileId: amara.profileId });

    expect(sessions.map(({ id, endedAt }) => [id, endedAt === null])).toEqual([
      [second, true],
      [first, false],
    ]);
    const [opening, ...rest] = await turnsOf(amara, second);
    expect([opening?.kind, rest]).toEqual(['opening', []]);
    const summaries = await amara.client.summaries.list.query({ profileId: amara.profileId });
    expect(summaries.map(({ sessionId }) => sessionId)).toEqual([first]);
  });

  it('begins with what was suggested, and not with what is avoided by then', async () => {
    const { client, profileId } = amara;
    const [card] = await client.sessions.suggest.query({ profileId, seed: 7 });
    const start = { profileId, suggestion: card?.key ?? '', seed: 7 };
    await client.sessions.start.mutate({ ...start, id: uuidV7() });
    for (const { id } of (await client.topics.list.query({ profileId })).topics)
      await client.topics.prefer.mutate({ profileId, subject: { topicId: id }, preference: 'avoid' });
    await expect(client.sessions.start.mutate({ ...start, id: uuidV7() })).rejects.toEqual(
      refusal('CONFLICT'),
    );
    expect(await client.sessions.suggest.query({ profileId, seed: 7 })).toEqual([]);
    for (const { id } of (await client.topics.list.query({ profileId })).topics)
      await client.topics.prefer.mutate({ profileId, subject: { topicId: id }, preference: null });
  });

  it('with the same id is begun once', async () => {
    const { client, profileId } = await grace.newHolder();
    const start = { profileId, id: uuidV7(), suggestion: null, seed: 1 };
    await client.sessions.start.mutate(start);
    await client.sessions.start.mutate(start);

    expect((await client.sessions.list.query({ profileId })).sessions).toHaveLength(1);
  });

  it('is the holder’s alone to begin', async () => {
    const { profileId } = amara;
    const ben = await newCaregiver(grace.server, {
      profileId,
      level: 'manage',
      scopes: ['chat_transcripts'],
    });
    const start = { profileId, id: uuidV7(), suggestion: null, seed: 1 };
    await expect(ben.client.sessions.start.mutate(start)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(ben.client.topics.list.query({ profileId })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(ben.client.story.list.query({ profileId })).rejects.toEqual(refusal('FORBIDDEN'));
  });
});

describe('a transcript', () => {
  it('is read with its own scope alone, and the reading is in the access log', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    const id = await newSession(holder);
    const [ben, joan] = await Promise.all([
      newCaregiver(grace.server, { profileId, scopes: ['chat_transcripts'], name: 'Ben' }),
      newCaregiver(grace.server, {
        profileId,
        level: 'manage',
        scopes: ['chat_summaries', 'notes'],
        name: 'Joan',
      }),
    ]);
    await expect(joan.client.sessions.byId.query({ profileId, id })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(joan.client.sessions.list.query({ profileId })).rejects.toEqual(refusal('FORBIDDEN'));
    expect((await ben.client.sessions.byId.query({ profileId, id })).turns).toHaveLength(1);

    expect(await accessesOf(holder)).toEqual([
      { actor_name: 'Ben', resource: 'chat_transcripts', resource_id: id },
    ]);
  });

  it('is not spoken in by those who may read it', async () => {
    const holder = await grace.newHolder();
    const { profileId } = holder;
    const sessionId = await newSession(holder);
    const ben = await newCaregiver(grace.server, {
      profileId,
      level: 'manage',
      scopes: ['chat_transcripts'],
    });
    const say = (content: string) => ben.client.turns.say.mutate({ id: uuidV7(), sessionId, content });
    await expect(say('I am Margaret')).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(say('I have fallen')).rejects.toEqual(refusal('NOT_FOUND'));

    expect(await turnsOf(holder, sessionId)).toHaveLength(1);
  });
});

describe('a summary', () => {
  const talked = async (summary: ModelReply = failure(500)) => {
    const holder = await grace.newHolder();
    const talk = await newTalk(holder, 'I had yellow roses behind the house.');
    await heard(holder, talk);
    grace.model.reply(summary);
    await holder.client.sessions.end.mutate({ profileId: holder.profileId, id: talk.sessionId });
    return { ...talk, holder, client: holder.client, profileId: holder.profileId };
  };

  it('is seen by the person first, then by those who may, and in the access log', async () => {
    const { client, profileId, sessionId, holder } = await talked();
    const ben = await newCaregiver(grace.server, { profileId, scopes: ['chat_summaries'], name: 'Ben' });
    const seenByBen = async () => (await ben.client.summaries.list.query({ profileId })).length;
    const share = () => client.summaries.share.mutate({ profileId, sessionId, isShared: true });
    expect(await seenByBen()).toBe(0);
    await expect(share()).rejects.toEqual(refusal('CONFLICT'));
    await client.summaries.seen.mutate({ profileId, sessionId });
    expect(await seenByBen()).toBe(0);
    await share();
    expect(await seenByBen()).toBe(1);
    await client.summaries.share.mutate({ profileId, sessionId, isShared: false });
    expect(await seenByBen()).toBe(0);
    expect(await accessesOf(holder)).toHaveLength(4);
  });

  it('is not shared unseen, whatever a statement says', async () => {
    const { profileId } = await talked();
    const { admin } = grace.server.db;
    await expect(
      admin`update grace.session_summaries set shared_at = now() where profile_id = ${profileId}`,
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('stays out of reach without the scope, even with transcripts', async () => {
    const { profileId } = await talked();
    const ben = await newCaregiver(grace.server, { profileId, scopes: ['chat_transcripts'] });
    await expect(ben.client.summaries.list.query({ profileId })).rejects.toEqual(refusal('FORBIDDEN'));
  });

  it('of long ago is there for whoever opens its conversation', async () => {
    const { client, profileId, sessionId } = await talked();
    await grace.server.db.admin`
      with later as (
        insert into grace.sessions (profile_id, title, started_at, ended_at)
        select ${profileId}, 'Later', now() + n * interval '1 hour', now() + (n + 1) * interval '1 hour'
        from generate_series(1, 60) as n returning id, started_at, ended_at)
      insert into grace.session_summaries
        (profile_id, session_id, title, talked_from, talked_until, sentences, source)
      select ${profileId}, id, 'Later', started_at, ended_at, '[]', 'extract' from later`;
    const of = (which: { sessionId?: string }) => client.summaries.list.query({ profileId, ...which });

    expect((await of({})).some((one) => one.sessionId === sessionId)).toBe(false);
    expect((await of({ sessionId })).map((one) => one.sessionId)).toEqual([sessionId]);
  });

  it('is shared by nobody but the holder', async () => {
    const { client, profileId, sessionId } = await talked();
    await client.summaries.seen.mutate({ profileId, sessionId });
    const ben = await newCaregiver(grace.server, { profileId, level: 'manage', scopes: ['chat_summaries'] });
    await expect(ben.client.summaries.share.mutate({ profileId, sessionId, isShared: true })).rejects.toEqual(
      refusal('FORBIDDEN'),
    );
  });

  it('needs no model: when it fails there is one all the same, linked to what was said', async () => {
    const { client, profileId, turnId } = await talked();
    const [summary] = await client.summaries.list.query({ profileId });

    expect(summary?.source).toBe('extract');
    expect(summary?.sentences).toContainEqual({
      text: 'Margaret said: “I had yellow roses behind the house.”',
      turnIds: [turnId],
    });
  });

  it('of a model keeps the sentences that name their turns', async () => {
    const written = {
      sentences: [
        { text: 'She spoke of her roses.', turns: [2] },
        { text: 'She was happy.', turns: [] },
      ],
    };
    const { client, profileId, turnId } = await talked(answer(JSON.stringify(written)));
    const [summary] = await client.summaries.list.query({ profileId });

    expect([summary?.source, summary?.sentences]).toEqual([
      'model',
      [{ text: 'She spoke of her roses.', turnIds: [turnId] }],
    ]);
  });
});

it('a model that wrote a summary counts as used, also when the summary cannot be kept', async () => {
  await using limited = await startTalking({
    db: grace.server.db,
    modelQuota: { tokensPerDay: 1_000_000, usdPerDay: 0 },
  });
  const { admin } = limited.server.db;
  const reserved = async () => (await admin`select 1 from app.model_reservations`).length;
  const holder = await limited.newHolder();
  const talk = await newTalk(holder, 'I had yellow roses behind the house.');
  await heard(holder, talk);
  const end = () => holder.client.sessions.end.mutate({ profileId: holder.profileId, id: talk.sessionId });
  const written = answer(JSON.stringify({ sentences: [{ text: 'She spoke of her roses.', turns: [2] }] }));

  await admin`alter table grace.session_summaries add constraint broken check (false) not valid`;
  limited.model.reply(written);
  await expect(end()).rejects.toThrow();
  expect(await reserved()).toBe(1);
  await admin`alter table grace.session_summaries drop constraint broken`;
  limited.model.reply(written);
  await end();
  // That of the call whose summary was lost, until it runs out.
  expect(await reserved()).toBe(1);
  expect(
    await admin`select 1 from public.model_usage where purpose = 'summary' and user_id = ${holder.userId}`,
  ).toHaveLength(1);
});

it('a share of the day that is nearly used up is passed by one summary, however many requests end the session at once', async () => {
  await using limited = await startTalking({
    db: grace.server.db,
    modelQuota: { tokensPerDay: 1_000_000, usdPerDay: 0 },
  });
  const holder = await limited.newHolder();
  const talk = await newTalk(holder, 'I had yellow roses behind the house.');
  await heard(holder, talk);
  await limited.server.db.admin`
    insert into model_usage (user_id, app, purpose, provider, model, input_tokens, output_tokens, usage_source, resource_type)
    values (${holder.userId}, 'grace', 'chat', 'openai', 'tiny-1', 995000, 0, 'provider', 'session')`;
  const sentences = [{ text: 'She spoke of her roses.', turns: [2] }];
  const [gate, before] = [createGate(), limited.model.requests.length];
  limited.model.reply(gate.reply);
  limited.model.replyOtherwise(answer(JSON.stringify({ sentences })));
  let ended = 0;
  const end = async () => {
    await holder.request('/grace/trpc/sessions.end', { profileId: holder.profileId, id: talk.sessionId });
    ended += 1;
  };
  const ends = Array.from({ length: 8 }, end);
  // All but the one whose summary is being written.
  await expect.poll(() => ended, { timeout: 10_000 }).toBe(7);
  const asked = limited.model.requests.length - before;
  await gate.emit(JSON.stringify({ sentences }));
  await gate.finish();
  await Promise.all(ends);

  expect(asked).toBe(1);
});

describe('the life story', () => {
  it('is kept with its source, changed under its version, and removed', async () => {
    const { client, profileId } = await grace.newHolder();
    const entry = { profileId, id: uuidV7(), text: 'Roses.', people: ['Joan'], fromYear: 1970, toYear: null };
    await expect(client.story.save.mutate({ ...entry, source: ' ' })).rejects.toEqual(refusal('BAD_INPUT'));
    await client.story.save.mutate({ ...entry, source: 'Joan' });
    await client.story.save.mutate({ ...entry, source: 'Joan', text: 'Yellow roses.', version: 1 });
    await expect(client.story.save.mutate({ ...entry, source: 'Joan', version: 1 })).rejects.toEqual(
      refusal('STALE_VERSION'),
    );
    expect(await client.story.list.query({ profileId })).toMatchObject([
      { text: 'Yellow roses.', version: 2 },
    ]);
    await client.story.remove.mutate({ profileId, id: entry.id });
    expect(await client.story.list.query({ profileId })).toEqual([]);
  });
});
