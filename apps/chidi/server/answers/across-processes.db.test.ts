import { createGate, type ModelServer, startModelServer } from '@commons/ai/testing';
import { testClient } from '@commons/api/testing';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chidi } from '../../app.ts';
import { type ChidiProcess, runProcess } from '../../e2e/run-process.ts';
import { type ChidiPerson, chidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import type { ChidiRouter } from '../router.ts';

const secret = 'one secret for both processes, long enough';

let db: TestDatabase;
let modelOfOther: ModelServer;
let here: RunningChidi;
let other: ChidiProcess;
/** The same person with the same session, at this process and at the other one. */
let anna: ChidiPerson;
let annaAtOther: ChidiPerson;
beforeAll(async () => {
  [db, modelOfOther] = await Promise.all([createTestDatabase([chidi]), startModelServer()]);
  [here, other] = await Promise.all([
    startChidi({ db, secret }),
    runProcess(db, modelOfOther.url, { AUTH_SECRET: secret }),
  ]);
  anna = await here.signUp();
  const client = testClient<ChidiRouter>(`${other.url}/chidi/trpc`, anna.cookie);
  annaAtOther = chidiPerson({ ...anna, client });
});
afterAll(async () => {
  await other?.[Symbol.asyncDispose]();
  await here?.[Symbol.asyncDispose]();
  await modelOfOther?.close();
  await db?.[Symbol.asyncDispose]();
});

// Neither a writer's beat nor a reader's poll comes in this process: what it notices, it has been told.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval'] }));
afterEach(() => void vi.useRealTimers());

/** Asks for an answer that the writer keeps, however long the test takes. */
async function ask(person: ChidiPerson, model: ModelServer) {
  const gate = createGate();
  model.reply(gate.reply);
  const exchange = await person.ask('What sells best?');
  await gate.opened;
  await db.admin`
    update chidi.messages set lease_expires_at = now() + interval '1 hour' where id = ${exchange.answerId}`;
  return { ...exchange, gate };
}

describe('an answer that one process writes', () => {
  it('ends at once when it is stopped at another, and so does the call to the model', async () => {
    const { gate, answerId } = await ask(anna, here.model);
    const { closed } = await gate.opened;
    await annaAtOther.client.messages.stop.mutate({ answerId });

    expect(await closed).toEqual({ aborted: true });
    expect(await here.stored(answerId)).toMatchObject({ status: 'stopped', content: '' });
  });

  it('keeps what had arrived when it is stopped at another, and its readers there hear of it', async () => {
    const { gate, answerId } = await ask(anna, here.model);
    const reader = annaAtOther.follow(answerId);
    await gate.emit('Rye');
    await reader.reads((text) => text === 'Rye');
    await annaAtOther.client.messages.stop.mutate({ answerId });

    expect(await reader.ended).toEqual({ type: 'end', status: 'stopped', errorCode: null });
    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    expect(await here.stored(answerId)).toMatchObject({ status: 'stopped', content: 'Rye' });
  });

  it('is read at another as it is written, and its end as well', async () => {
    const { gate, answerId } = await ask(annaAtOther, modelOfOther);
    await gate.emit('Rye');
    const reader = anna.follow(answerId);
    await reader.reads((text) => text === 'Rye');
    await gate.emit(' bread');
    await reader.reads((text) => text === 'Rye bread');
    await gate.finish();

    expect(await reader.ended).toEqual({ type: 'end', status: 'complete', errorCode: null });
    expect(reader.text()).toBe('Rye bread');
  });

  it('ends for its readers when it is stopped, although its writer is gone', async () => {
    const exchange = await anna.ask('What sells best?');
    await anna.ended(exchange);
    const { answerId } = exchange;
    await db.admin`
      update chidi.messages set status = 'streaming', lease_expires_at = now() + interval '1 hour'
      where id = ${answerId}`;
    const reader = anna.follow(answerId);
    await reader.reads((text) => text === 'Hello.');
    await annaAtOther.client.messages.stop.mutate({ answerId });

    expect(await reader.ended).toEqual({ type: 'end', status: 'stopped', errorCode: null });
  });

  it('tells a reader at another that it was stopped at its own', async () => {
    const { gate, answerId } = await ask(annaAtOther, modelOfOther);
    await gate.emit('Rye');
    const reader = anna.follow(answerId);
    await reader.reads((text) => text === 'Rye');
    await annaAtOther.client.messages.stop.mutate({ answerId });

    expect(await reader.ended).toEqual({ type: 'end', status: 'stopped', errorCode: null });
  });

  it('goes on when word went astray, and can be stopped then', async () => {
    const { gate, answerId } = await ask(anna, here.model);
    await gate.emit('Rye');
    const reader = anna.follow(answerId);
    await reader.reads((text) => text === 'Rye');
    // Whoever listens has to look again then, and finds nothing stopped.
    const cut = await db.admin`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and application_name = 'commons: listen'`;
    expect(cut).toHaveLength(2);
    await gate.emit(' bread');
    await reader.reads((text) => text === 'Rye bread');
    await annaAtOther.client.messages.stop.mutate({ answerId });

    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    expect(await here.stored(answerId)).toMatchObject({ status: 'stopped', content: 'Rye bread' });
  });
});
