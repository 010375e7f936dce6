import { createGate } from '@commons/ai/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const stop = (answerId: string) => anna.client.messages.stop.mutate({ answerId });

describe('stopping an answer', () => {
  it('hangs up on the model before anything else and keeps what had arrived', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await anna.ask('What sells best?');
    const reader = anna.follow(exchange.answerId);
    await gate.emit('Rye bread, because');
    await reader.reads((text) => text === 'Rye bread, because');

    const { closed } = await gate.opened;
    const { answerId } = exchange;
    let stopped: Promise<void> | undefined;
    await chidi.server.db.admin.begin(async (holder) => {
      // While this holds, the row cannot say that the answer has ended.
      await holder`select 1 from chidi.messages where id = ${answerId} for update`;
      stopped = stop(answerId);
      expect(await closed).toEqual({ aborted: true });
    });
    await stopped;

    expect(await chidi.stored(answerId)).toMatchObject({ status: 'stopped' });
    expect(await reader.ended).toEqual({ type: 'end', status: 'stopped', errorCode: null });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'stopped', content: 'Rye bread, because' });
  });

  it('hangs up on a model that has not said anything yet', async () => {
    chidi.model.reply({ kind: 'hang' });
    const arriving = chidi.model.request(chidi.model.requests.length);
    const exchange = await anna.ask('What sells best?');
    const { closed } = await arriving;
    await stop(exchange.answerId);

    expect(await closed).toEqual({ aborted: true });
    expect(await chidi.stored(exchange.answerId)).toMatchObject({ status: 'stopped', content: '' });
  });

  it('bills what the model had reported, and nothing that it had not', async () => {
    chidi.model.reply(
      { kind: 'hang', chunks: ['Half'], usage: { prompt_tokens: 40, completion_tokens: 3 } },
      { kind: 'hang', chunks: ['Half'] },
    );
    const usages = [];
    for (const _ of ['reported', 'unreported']) {
      const exchange = await anna.ask('What sells best?');
      await anna.follow(exchange.answerId).reads((text) => text === 'Half');
      await stop(exchange.answerId);
      const { receipt } = await anna.ended(exchange);
      usages.push({ receipt: receipt?.usage, ledger: await chidi.usageOf(exchange.answerId) });
    }

    expect(usages).toMatchObject([
      {
        receipt: { inputTokens: 40, outputTokens: 3, source: 'provider', costUsd: '0.00004600' },
        ledger: [{ input_tokens: 40, output_tokens: 3, usage_source: 'provider', cost_usd: '0.00004600' }],
      },
      {
        receipt: { inputTokens: null, outputTokens: null, source: 'unknown', costUsd: null },
        ledger: [{ input_tokens: null, output_tokens: null, usage_source: 'unknown', cost_usd: null }],
      },
    ]);
  });

  it('leaves an answer alone that has ended already', async () => {
    const exchange = await anna.ask('What sells best?');
    const before = await anna.ended(exchange);
    await stop(exchange.answerId);

    expect(await anna.ended(exchange)).toEqual(before);
  });

  it('also ends an answer that another process writes, whose writer then gives up', async () => {
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await anna.ask('What sells best?');
    const reader = anna.follow(exchange.answerId);
    await gate.emit('Rye');
    await reader.reads((text) => text === 'Rye');
    // What the other process does when the person presses stop there.
    await chidi.server.db.admin`
      update chidi.messages set status = 'stopped', lease_expires_at = null where id = ${exchange.answerId}`;
    await gate.emit(' bread');

    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    expect(await reader.ended).toMatchObject({ status: 'stopped' });
    expect(reader.text()).toBe('Rye');
    expect(await chidi.stored(exchange.answerId)).toMatchObject({ status: 'stopped', content: 'Rye' });
  });

  it('ends an answer whose writer this process does not know', async () => {
    const exchange = await anna.ask('What sells best?');
    await anna.ended(exchange);
    await chidi.server.db.admin`
      update chidi.messages set status = 'streaming', lease_expires_at = now() + interval '1 hour'
      where id = ${exchange.answerId}`;
    await stop(exchange.answerId);

    expect(await chidi.stored(exchange.answerId)).toMatchObject({ status: 'stopped' });
  });
});
