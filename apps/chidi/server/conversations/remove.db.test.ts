import { createGate } from '@commons/ai/testing';
import { enqueueAsService } from '@commons/api';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversations } from '../../db/schema/conversations.ts';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import { purgeJob } from './purge-job.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let ben: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  [anna, ben] = [await chidi.signUp(), await chidi.signUp()];
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const notFound = { data: { code: 'NOT_FOUND' } };
const listed = async (person: ChidiPerson) =>
  (await person.client.conversations.list.query({})).items.map(({ id }) => id);

async function answered() {
  const exchange = await anna.ask('What sells best?');
  await anna.ended(exchange);
  return exchange;
}

describe('deleting a conversation', () => {
  it('hides it everywhere, and bringing it back shows it as it was', async () => {
    const { conversationId: id } = await answered();
    const before = await anna.client.conversations.byId.query({ id });
    await anna.client.conversations.remove.mutate({ id });

    expect(await listed(anna)).not.toContain(id);
    await expect(anna.client.conversations.byId.query({ id })).rejects.toMatchObject(notFound);
    await anna.client.conversations.restore.mutate({ id });
    expect(await listed(anna)).toContain(id);
    expect(await anna.client.conversations.byId.query({ id })).toEqual(before);
    const trail = await chidi.server.db.admin<{ action: string }[]>`
      select action from public.audit_log where resource_id = ${id} order by "timestamp"`;
    expect(trail.map(({ action }) => action)).toEqual(['conversation_deleted', 'conversation_restored']);
  });

  it('lets nobody write in it any more', async () => {
    const exchange = await answered();
    const { conversationId: id, questionId, answerId } = exchange;
    await anna.client.conversations.remove.mutate({ id });
    const attempts = [
      anna.reply(exchange, 'And?'),
      anna.client.messages.regenerate.mutate({ id: uuidV7(), questionId }),
      anna.client.messages.continue.mutate({ answerId }),
      anna.client.conversations.rename.mutate({ id, title: 'Mine' }),
      anna.client.conversations.remove.mutate({ id }),
    ];

    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(notFound);
  });

  it('stops what is being answered in it', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await anna.ask('What sells best?');
    const reader = anna.follow(exchange.answerId);
    await gate.emit('Rye bread');
    await reader.reads((text) => text === 'Rye bread');
    const { closed } = await gate.opened;
    await anna.client.conversations.remove.mutate({ id: exchange.conversationId });

    expect(await closed).toEqual({ aborted: true });
    expect(await chidi.stored(exchange.answerId)).toMatchObject({ status: 'stopped', content: 'Rye bread' });
  });

  it('is its owner’s alone, and so is bringing it back', async () => {
    const { conversationId: id } = await answered();
    await expect(ben.client.conversations.remove.mutate({ id })).rejects.toMatchObject(notFound);
    await anna.client.conversations.remove.mutate({ id });
    await expect(ben.client.conversations.restore.mutate({ id })).rejects.toMatchObject(notFound);

    expect(await listed(anna)).not.toContain(id);
  });

  it('lets its business go, and what was said about it with that', async () => {
    const { conversationId: id } = await answered();
    const { userContextId } = await anna.client.conversations.byId.query({ id });
    await anna.client.conversations.remove.mutate({ id });
    await anna.client.contexts.remove.mutate({ id: userContextId });

    const left = await chidi.server.db.admin`select 1 from chidi.messages where conversation_id = ${id}`;
    expect(left).toHaveLength(0);
    await expect(anna.client.conversations.restore.mutate({ id })).rejects.toMatchObject(notFound);
  });
});

describe('the nightly purge', () => {
  it('removes what was deleted thirty days ago, and nothing that was not', async () => {
    const { admin, service } = chidi.server.db;
    const [long, lately, kept] = [await answered(), await answered(), await answered()];
    for (const { conversationId: id } of [long, lately])
      await anna.client.conversations.remove.mutate({ id });
    await admin`
      update chidi.conversations set deleted_at = deleted_at - interval '31 days' where id = ${long.conversationId}`;
    const job = await service.asService('purge now', (tx) => enqueueAsService(tx, purgeJob, {}));
    const state = async () => (await admin`select state from pgboss.job where id = ${job}`)[0]?.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('completed');

    const ids = [long, lately, kept].map(({ conversationId }) => conversationId);
    const left = await admin`
      select distinct conversation_id as id from chidi.messages where conversation_id = any(${ids})`;
    expect(left.map(({ id }) => id).toSorted()).toEqual(ids.slice(1).toSorted());
  });

  it('cannot reach anything else, whatever it asks for', async () => {
    const { conversationId: id } = await answered();
    const { service } = chidi.server.db;
    const reached = await service.asService('purge everything', (tx) =>
      tx.delete(conversations).returning({ id: conversations.id }),
    );

    expect(reached).toEqual([]);
    expect(await listed(anna)).toContain(id);
  });
});
