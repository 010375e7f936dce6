import { randomUUID } from 'node:crypto';
import { answer, createGate, type ModelServer, startModelServer } from '@commons/ai/testing';
import { testClient } from '@commons/api/testing';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chidi } from '../../app.ts';
import { runProcess } from '../../e2e/run-process.ts';
import { startBalancer } from '../../testing/balancer.ts';
import { chidiPerson } from '../../testing/chidi-person.ts';
import type { ChidiRouter } from '../router.ts';

const secret = { AUTH_SECRET: 'one secret for both processes, long enough' };

let db: TestDatabase;
let model: ModelServer;
beforeAll(async () => {
  [db, model] = await Promise.all([createTestDatabase([chidi]), startModelServer()]);
  // Whether the process that has the answer still names the conversation, or is gone by then, is left to chance.
  model.replyOtherwise(answer('A title'));
});
afterAll(async () => {
  await model?.close();
  await db?.[Symbol.asyncDispose]();
});

/** Somebody new who reaches whatever process answers at `url`. */
async function signUp(url: string) {
  const person = { email: `${randomUUID()}@example.org`, password: 'a quiet morning in may', name: 'Anna' };
  const post = (path: string) =>
    fetch(`${url}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-commons': '1' },
      body: JSON.stringify(person),
    });
  await post('/sign-up/email');
  const response = await post('/sign-in/email').catch((error) => Promise.reject(error));
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const { user } = (await response.json()) as { user: { id: string } };
  const client = testClient<ChidiRouter>(`${url}/chidi/trpc`, cookie);
  return chidiPerson({
    ...person,
    userId: user.id,
    cookie,
    client,
    clientOf: () => client as never,
    request: fetch as never,
  });
}

describe('a process that is told to stop while an answer is written', () => {
  it('writes it to its end, and whoever reads it goes on reading at another process', async () => {
    await using first = await runProcess(db, model.url, { ...secret, SHUTDOWN_TIMEOUT_MS: '60000' });
    await using second = await runProcess(db, model.url, secret);
    await using balancer = await startBalancer([first.url, second.url]);
    const anna = await signUp(balancer.url);
    const gate = createGate();
    model.reply(gate.reply);
    const exchange = await anna.ask('Tell me a story.');
    await gate.emit('Once upon ');
    const reader = anna.follow(exchange.answerId);
    await reader.reads((text) => text === 'Once upon ');

    const stopped = first.kill('SIGTERM');
    await gate.emit('a time ');
    // The first process sends nobody anything any more, so that this comes from the second.
    await reader.reads((text) => text === 'Once upon a time ');
    await gate.emit('there was a bicycle.');
    await gate.finish();

    expect(await reader.ended).toMatchObject({ type: 'end', status: 'complete' });
    expect(reader.text()).toBe('Once upon a time there was a bicycle.');
    await stopped;
  });

  it('leaves it to be continued elsewhere when it takes too long', async () => {
    await using first = await runProcess(db, model.url, secret);
    await using second = await runProcess(db, model.url, secret);
    await using balancer = await startBalancer([first.url, second.url]);
    const anna = await signUp(balancer.url);
    const gate = createGate();
    model.reply(gate.reply);
    const exchange = await anna.ask('Tell me a story.');
    await gate.emit('Once upon ');
    const reader = anna.follow(exchange.answerId);
    await reader.reads((text) => text === 'Once upon ');
    await first.kill('SIGTERM');
    expect(await reader.ended).toMatchObject({ status: 'interrupted' });

    model.reply(answer('a time.'));
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Once upon a time.' });
  });

  it('ends at once when it is told twice', async () => {
    await using only = await runProcess(db, model.url, {
      ...secret,
      SHUTDOWN_TIMEOUT_MS: '600000',
      LOG_LEVEL: 'info',
    });
    const anna = await signUp(only.url);
    const gate = createGate();
    model.reply(gate.reply);
    const exchange = await anna.ask('Tell me a story.');
    await gate.emit('Once upon ');
    await anna.follow(exchange.answerId).reads((text) => text === 'Once upon ');
    const stopped = only.kill('SIGTERM');
    await expect.poll(only.printed, { timeout: 20_000 }).toContain('stopping');
    await only.kill('SIGTERM');
    await stopped;

    expect(only.printed()).toContain('ending without waiting any longer');
    expect(await db.admin`select content from chidi.messages where id = ${exchange.answerId}`).toEqual([
      { content: 'Once upon ' },
    ]);
  });
});

describe('a process that is killed while an answer is written', () => {
  it('loses nothing that was shown, and the answer is continued at another process', async () => {
    await using first = await runProcess(db, model.url, secret);
    await using second = await runProcess(db, model.url, secret);
    await using balancer = await startBalancer([first.url, second.url]);
    const anna = await signUp(balancer.url);
    const gate = createGate();
    model.reply(gate.reply);
    const exchange = await anna.ask('Tell me a story.');
    await gate.emit('Once upon ');
    const reader = anna.follow(exchange.answerId);
    await reader.reads((text) => text === 'Once upon ');
    await first.kill('SIGKILL');
    // The lease of a writer that is gone, some seconds later.
    await db.admin`
      update chidi.messages set lease_expires_at = now() - interval '1 second'
      where id = ${exchange.answerId}`;
    expect(await reader.ended).toMatchObject({ status: 'interrupted' });
    expect(reader.text()).toBe('Once upon ');

    model.reply(answer('a time.'));
    await anna.client.messages.continue.mutate({ answerId: exchange.answerId });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete', content: 'Once upon a time.' });
  });
});
