import { answer, createGate } from '@commons/ai/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';

const refusedAs = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

describe('too much at once', () => {
  let chidi: RunningChidi;

  beforeAll(async () => {
    chidi = await startChidi();
    chidi.titler.replyOtherwise(answer('A title'));
  });

  afterAll(() => chidi[Symbol.asyncDispose]());

  it('lets a person have five answers under way, and one more when one of them has ended', async () => {
    const person = await chidi.signUp();
    const { id } = await person.addBusiness();
    chidi.model.reply(answer('The first of all.'));
    const first = await person.ask('One?', id);
    await person.ended(first);

    const gates = Array.from({ length: 5 }, () => createGate());
    chidi.model.reply(...gates.map((gate) => gate.reply));
    const running = [];
    for (const gate of gates) {
      running.push(await person.ask('And more?', id));
      await gate.opened;
    }
    await expect(person.ask('Too many?', id)).rejects.toEqual(refusedAs('RATE_LIMITED'));
    await expect(person.reply(first, 'Too many?')).rejects.toEqual(refusedAs('RATE_LIMITED'));
    await expect(
      person.client.messages.regenerate.mutate({ id: uuidV7(), questionId: first.questionId }),
    ).rejects.toEqual(refusedAs('RATE_LIMITED'));
    const [stopped, ...others] = running;
    await person.client.messages.stop.mutate({ answerId: stopped?.answerId ?? '' });
    chidi.model.reply(answer('Room again.'));
    await person.ended(await person.ask('Now?', id));

    chidi.model.reply(createGate().reply);
    await person.ask('The fifth again?', id);
    await expect(
      person.client.messages.continue.mutate({ answerId: stopped?.answerId ?? '' }),
    ).rejects.toEqual(refusedAs('RATE_LIMITED'));
    for (const { answerId } of others) await person.client.messages.stop.mutate({ answerId });
  });

  it('counts those that are asked for at once, each in a conversation of its own', async () => {
    const person = await chidi.signUp();
    const { id } = await person.addBusiness();
    const gates = Array.from({ length: 5 }, () => createGate());
    chidi.model.reply(...gates.map((gate) => gate.reply));
    for (let count = 0; count < 4; count += 1) await person.ask('Under way?', id);
    const { admin } = chidi.server.db;
    const waiting = () => admin`
      select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    // None is stored before all have been admitted, or wait for the first.
    const asking = await admin.begin(async (tx) => {
      await tx`lock table chidi.messages in share row exclusive mode`;
      const sent = Array.from({ length: 4 }, () => person.ask('At once?', id));
      const settled = Promise.allSettled(sent);
      await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(4);
      return { settled };
    });
    const asked = await asking.settled;
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));

    expect(refused).toEqual(Array(3).fill(refusedAs('RATE_LIMITED')));
    for (const { opened } of gates) await opened;
  });

  it('leaves other people out of it', async () => {
    const [busy, other] = [await chidi.signUp(), await chidi.signUp()];
    const { id } = await busy.addBusiness();
    for (let count = 0; count < 5; count += 1) {
      chidi.model.reply(createGate().reply);
      await busy.ask('Busy?', id);
    }
    chidi.model.reply(answer('For you, always.'));
    expect((await other.ended(await other.ask('Time for me?'))).content).toBe('For you, always.');
  });

  it('leads out of a conversation that no model can read at once any more', async () => {
    const person = await chidi.signUp();
    chidi.model.reply(answer('Short.'));
    const exchange = await person.ask('Short?');
    await person.ended(exchange);
    await chidi.server.db.admin`
      update chidi.messages set content = repeat('x', 2000001) where id = ${exchange.answerId}`;
    await expect(person.reply(exchange, 'And now?')).rejects.toEqual(refusedAs('TOO_LARGE'));
    chidi.model.reply(answer('A fresh start.'));
    expect((await person.ended(await person.ask('Here?'))).content).toBe('A fresh start.');
  });
});
