import { createGate } from '@commons/ai/testing';
import { createTestDatabase } from '@commons/shared-db/testing';
import { describe, expect, it } from 'vitest';
import { chidi as chidiApp } from '../../app.ts';
import { chidiPerson } from '../../testing/chidi-person.ts';
import { startChidi } from '../../testing/start-chidi.ts';

describe('a server that stops in mid-answer', () => {
  it('interrupts the answer, keeps its text, and leaves it to its successor to go on', async () => {
    await using db = await createTestDatabase([chidiApp]);
    await using first = await startChidi({ db, shutdownTimeoutMs: 500 });
    const anna = await first.signUp();
    const gate = createGate();
    first.model.reply(gate.reply);
    const exchange = await anna.ask('What sells best?');
    await gate.emit('Rye bread');
    await anna.follow(exchange.answerId).reads((text) => text === 'Rye bread');
    await first.server.close();

    expect(await (await gate.opened).closed).toEqual({ aborted: true });
    expect(await first.stored(exchange.answerId)).toMatchObject({
      status: 'interrupted',
      content: 'Rye bread',
    });

    await using second = await startChidi({ db });
    const annaAgain = chidiPerson(await second.server.signIn(anna));
    await annaAgain.client.messages.continue.mutate({ answerId: exchange.answerId });
    expect(await annaAgain.ended(exchange)).toMatchObject({
      status: 'complete',
      content: 'Rye breadHello.',
    });
  });

  it('lets an answer finish that is nearly done', async () => {
    await using chidi = await startChidi({ shutdownTimeoutMs: 60_000 });
    const anna = await chidi.signUp();
    const gate = createGate();
    chidi.model.reply(gate.reply);
    const exchange = await anna.ask('What sells best?');
    await gate.emit('Rye ');
    await anna.follow(exchange.answerId).reads((text) => text === 'Rye ');
    const closing = chidi.server.close();
    await gate.emit('bread.');
    await gate.finish();
    await closing;

    expect(await chidi.stored(exchange.answerId)).toMatchObject({
      status: 'complete',
      content: 'Rye bread.',
    });
  });
});
