import { createGate } from '@commons/ai/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { eventually } from '../../testing/eventually.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

/** Cuts connections and waits until they are gone. */
const terminate = (backends: 'all' | 'waiting') => chidi.server.db.admin`
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and usename = 'commons_app'
    and (${backends} = 'all' or wait_event_type = 'Lock')`;

/** Makes the storing of a piece wait for a lock, and cuts the connection that waits, so many times. */
async function storeWhileCutting(times: number, answerId: string, emit: () => Promise<void>) {
  await chidi.server.db.admin.begin(async (holder) => {
    await holder`select 1 from chidi.messages where id = ${answerId} for update`;
    await emit();
    for (let cut = 0; cut < times; cut += 1) {
      await eventually(async () => expect(await terminate('waiting')).toHaveLength(1));
    }
  });
}

async function askAtGate() {
  const gate = createGate();
  chidi.model.reply(gate.reply);
  const exchange = await anna.ask('What sells best?');
  await gate.opened;
  await gate.emit('Rye');
  await anna.follow(exchange.answerId).reads((text) => text === 'Rye');
  return { ...exchange, gate };
}

describe('when connections to the database are cut', () => {
  it('between two pieces, the answer goes on over new ones', async () => {
    const { gate, ...exchange } = await askAtGate();
    await terminate('all');
    await gate.emit(' bread.');
    await gate.finish();

    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Rye bread.' });
  });

  it('while a piece is being stored, it is stored once, over another one', async () => {
    const { gate, ...exchange } = await askAtGate();
    await storeWhileCutting(1, exchange.answerId, () => gate.emit(' bread.'));
    await gate.finish();

    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Rye bread.' });
  });

  it('again and again, the answer is interrupted with what was stored, and can be continued', async () => {
    const { gate, ...exchange } = await askAtGate();
    const { answerId } = exchange;
    await storeWhileCutting(2, answerId, () => gate.emit(' bread.'));

    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'interrupted', content: 'Rye' });
    expect(await chidi.usageOf(answerId)).toMatchObject([{ usage_source: 'unknown' }]);
    await anna.client.messages.continue.mutate({ answerId });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'RyeHello.' });
  });
});
