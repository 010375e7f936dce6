import { createGate } from '@commons/ai/testing';
import type { SignedInContext } from '@commons/api';
import type { AnswerHost } from '@commons/api/answers';
import { openLog } from '@commons/api/server';
import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { eventually } from '../../testing/eventually.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import { answers } from './answers.ts';
import { startAnswer } from './run-answer.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let businessId: string;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
  businessId = (await anna.addBusiness()).id;
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

/** Asks a question and waits until its answer reads so far; the test decides how it goes on. */
async function askAtGate(soFar: string) {
  const gate = createGate();
  chidi.model.reply(gate.reply);
  const exchange = await anna.ask('What sells best?', businessId);
  await gate.opened;
  await gate.emit(soFar);
  await anna.follow(exchange.answerId).reads((text) => text === soFar);
  return { ...exchange, gate };
}

describe('writing an answer', () => {
  it('begins when the question is kept for good', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const asking = anna.ask('What sells best?', businessId);
    await gate.opened;
    const { admin } = chidi.server.db;
    const rows = await admin`
      select role, content, status, lease_expires_at > now() as is_leased from chidi.messages
      where user_id = ${anna.userId} order by created_at, id`;
    await gate.finish();
    await asking;

    expect(rows.slice(-2)).toEqual([
      { role: 'user', content: 'What sells best?', status: 'complete', is_leased: null },
      { role: 'assistant', content: '', status: 'streaming', is_leased: true },
    ]);
  });

  it('waits for the disk when it ends, and not for each piece of its text', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await chidi.abandon(exchange.answerId, '');
    const answer = { id: exchange.answerId, text: '' };
    const setBy = (act: (tx: Tx) => PromiseLike<unknown>) =>
      chidi.server.db.database.asUser({ userId: anna.userId }, async (tx) => {
        await act(tx);
        const [row] = await tx.execute(
          sql`select setting, source from pg_settings where name = 'synchronous_commit'`,
        );
        return row;
      });

    expect(await setBy((tx) => answers.rows.append(tx, answer, 'Rye'))).toEqual({
      setting: 'off',
      source: 'session',
    });
    const end = (tx: Tx) =>
      answers.rows.end(tx, { ...answer, text: 'Rye' }, { status: 'complete', errorCode: null });
    expect(await setBy(end)).not.toMatchObject({ source: 'session' });
    expect(await chidi.stored(answer.id)).toMatchObject({ status: 'complete', content: 'Rye' });
  });

  it('can be stopped from the first moment, and then asks no model', async () => {
    const exchange = await anna.ask('Never mind.', businessId);
    await anna.ended(exchange);
    await chidi.server.db.admin`
      update chidi.messages set content = '', status = 'streaming', lease_expires_at = now() + interval '1 hour'
      where id = ${exchange.answerId}`;
    const before = chidi.model.requests.length;
    const slow = Promise.withResolvers<void>();
    const { database } = chidi.server.db;
    const host: AnswerHost = {
      asUser: async (run) => {
        await slow.promise;
        return database.asUser({ userId: anna.userId }, run);
      },
      models: {
        describe: () => ({ provider: 'none', model: 'none', offline: true }),
        stream: refuse,
      } as never,
      realtime: { publish: () => {}, subscribe: async function* () {} },
      log: openLog({ level: 'silent' }),
      user: { id: anna.userId, email: anna.email, name: anna.name },
    };
    startAnswer(host, exchange);
    const stopped = Promise.withResolvers<void>();
    const asUser: AnswerHost['asUser'] = async (run) => {
      const result = await database.asUser({ userId: anna.userId }, run);
      // By then whoever waited for this transaction has gone on.
      setImmediate(stopped.resolve);
      return result;
    };
    // Safe because stopping asks for no more of a context.
    const stopping = answers.stop({ ...host, asUser } as SignedInContext, exchange.answerId);
    await stopped.promise;
    slow.resolve();
    await stopping;

    expect(await chidi.stored(exchange.answerId)).toMatchObject({ status: 'stopped', content: '' });
    expect(chidi.model.requests).toHaveLength(before);
  });

  it('keeps its lease while the model is silent', async () => {
    const { gate, ...exchange } = await askAtGate('Rye');
    const leaseOf = async () => {
      const [row] = await chidi.server.db.admin<{ lease: number }[]>`
        select extract(epoch from lease_expires_at)::float8 as lease from chidi.messages
        where id = ${exchange.answerId}`;
      return row?.lease ?? 0;
    };
    const lease = await leaseOf();
    await eventually(async () => expect(await leaseOf()).toBeGreaterThan(lease + 1));
    await gate.finish();

    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Rye' });
  });

  it('belongs to one writer: one that lost its lease without knowing hangs up when it meets its successor', async () => {
    const { gate, ...exchange } = await askAtGate('Rye');
    const second = createGate();
    chidi.model.reply(second.reply);
    await chidi.abandon(exchange.answerId);
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });
    await second.opened;
    await second.emit(' bread.');
    await eventually(async () => expect((await chidi.stored(exchange.answerId)).content).toBe('Rye bread.'));
    await gate.emit(' and other things');

    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    await second.finish();
    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Rye bread.' });
  });
});

describe('an answer whose writer was killed', () => {
  it('reads as interrupted with all that was stored, in the conversation and to those who follow it', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await chidi.abandon(exchange.answerId, 'Half an ans');
    const [, answer] = await anna.messages(exchange.conversationId);
    const reader = anna.follow(exchange.answerId);

    expect(answer).toMatchObject({ status: 'interrupted', content: 'Half an ans' });
    expect(await reader.ended).toMatchObject({ status: 'interrupted' });
    expect(reader.text()).toBe('Half an ans');
  });

  it('goes on where it broke off', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await chidi.abandon(exchange.answerId, 'Half an ans');
    const gate = createGate();
    chidi.model.reply(gate.reply);
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });
    const { body } = await gate.opened;
    const reader = anna.follow(exchange.answerId, { offset: 'Half an ans'.length });
    await gate.emit('wer.');
    await gate.finish();

    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Half an answer.' });
    await reader.ended;
    expect(reader.text()).toBe('wer.');
    expect(body.messages.slice(1)).toEqual([
      { role: 'user', content: 'What sells best?' },
      { role: 'assistant', content: 'Half an ans' },
      { role: 'user', content: expect.stringContaining('Continue it exactly where it stopped.') },
    ]);
  });

  it('goes on with the business as it was when the answer began, and a new attempt takes it as it is', async () => {
    const { id, version } = await anna.addBusiness({ company: 'We bake.' });
    const exchange = await anna.ask('What do we do?', id);
    const { receipt: begun } = await anna.ended(exchange);
    const { fields, name } = await anna.client.contexts.byId.query({ id });
    await anna.client.contexts.update.mutate({
      id,
      name,
      version,
      fields: { ...fields, company: 'We sew.' },
    });
    await chidi.abandon(exchange.answerId, 'You ba');
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });
    const { receipt: continued } = await anna.ended(exchange);
    const again = await anna.client.messages.regenerate.mutate({
      id: crypto.randomUUID(),
      questionId: exchange.questionId,
    });
    const { receipt: regenerated } = await anna.ended(again);

    expect(continued?.context).toEqual(begun?.context);
    expect(regenerated?.context.version).toBe(2);
  });

  it('can be tried again, and stays as it is', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await chidi.abandon(exchange.answerId, 'Half');
    const again = await anna.client.messages.regenerate.mutate({
      id: crypto.randomUUID(),
      questionId: exchange.questionId,
    });
    await anna.ended(again);

    expect(await anna.messages(exchange.conversationId)).toMatchObject([
      { role: 'user' },
      { status: 'interrupted', content: 'Half', siblingOrder: 1 },
      { status: 'complete', content: 'Hello.', siblingOrder: 2 },
    ]);
  });
});

describe('continuing', () => {
  it('happens once, however often it is asked for at the same time', async () => {
    const exchange = await anna.ask('What sells best?', businessId);
    await anna.ended(exchange);
    await chidi.abandon(exchange.answerId, 'Half');
    const before = chidi.model.requests.length;
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, () => anna.client.messages.continue.mutate({ answerId: exchange.answerId })),
    );
    await anna.ended(exchange);

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(chidi.model.requests).toHaveLength(before + 1);
  });

  it.each(['complete', 'streaming'])('of an answer that is %s is a conflict', async (status) => {
    const { gate, ...exchange } = await askAtGate('All of it.');
    if (status === 'complete') {
      await gate.finish();
      await anna.ended(exchange);
    }
    const { answerId } = exchange;
    await expect(anna.client.messages.continue.mutate({ answerId })).rejects.toMatchObject({
      data: { code: 'CONFLICT' },
    });
    await gate.finish();
    await anna.ended(exchange);
  });
});

function refuse(): never {
  throw new Error('The model was asked.');
}
