import { createGate, type Gate } from '@commons/ai/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { eventually } from '../../testing/eventually.ts';
import type { FollowedAnswer } from '../../testing/follow-answer.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import type { Exchange } from './schemas.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
let businessId: string;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
  businessId = (await anna.addBusiness()).id;
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

/** Asks a question whose answer the test writes, piece by piece. */
async function askAtGate(): Promise<Exchange & { gate: Gate }> {
  const gate = createGate();
  chidi.model.reply(gate.reply);
  const exchange = await anna.ask('Tell me everything.', businessId);
  await gate.opened;
  return { ...exchange, gate };
}

/** Every piece begins where the one before ended. */
function expectNoGap(reader: FollowedAnswer, from = 0): void {
  let offset = from;
  for (const piece of reader.pieces) {
    expect(piece.offset).toBe(offset);
    offset += piece.text.length;
  }
}

describe('following an answer', () => {
  it('gives a late reader everything so far, then what comes, and how it ended', async () => {
    const { gate, ...exchange } = await askAtGate();
    const first = anna.follow(exchange.answerId);
    await gate.emit('One. ');
    await first.reads((text) => text === 'One. ');
    const second = anna.follow(exchange.answerId);
    await second.reads((text) => text === 'One. ');
    await gate.emit('Two.');
    await Promise.all([first, second].map((reader) => reader.reads((text) => text === 'One. Two.')));
    await gate.finish();

    expect(await first.ended).toEqual({ type: 'end', status: 'complete', errorCode: null });
    expect(await second.ended).toEqual({ type: 'end', status: 'complete', errorCode: null });
  });

  it('goes on after the last event that arrived, whatever else was asked for', async () => {
    const { gate, answerId } = await askAtGate();
    const first = anna.follow(answerId);
    await gate.emit('One. ');
    await first.reads((text) => text === 'One. ');
    first.stop();
    await gate.emit('Two.');
    const again = anna.follow(answerId, { offset: 0, lastEventId: first.lastEventId() ?? 'none' });
    await again.reads((text) => text === 'Two.');
    await gate.finish();

    expect(await again.ended).toMatchObject({ status: 'complete' });
    expect(again.pieces[0]?.offset).toBe('One. '.length);
  });

  it('of an answer that has ended gives the rest and the end at once', async () => {
    const exchange = await anna.ask('Hello?', businessId);
    const { content } = await anna.ended(exchange);
    const all = anna.follow(exchange.answerId);
    await all.ended;
    const rest = anna.follow(exchange.answerId, { offset: 3 });
    await rest.ended;

    expect([all.text(), rest.text()]).toEqual([content, content.slice(3)]);
  });

  it('of an answer that another process writes reads its row now and then, even without word of it', async () => {
    const exchange = await anna.ask('Hello?', businessId);
    await anna.ended(exchange);
    const { admin } = chidi.server.db;
    const write = (content: string, status: string) => admin`
      update chidi.messages set content = ${content}, status = ${status},
        lease_expires_at = case when ${status} = 'streaming' then now() + interval '1 hour' end
      where id = ${exchange.answerId}`;
    await write('Else', 'streaming');
    const reader = anna.follow(exchange.answerId);
    await reader.reads((text) => text === 'Else');
    await write('Elsewhere.', 'complete');

    expect(await reader.ended).toMatchObject({ status: 'complete' });
    expect(reader.text()).toBe('Elsewhere.');
  });

  it('shows nothing that is not stored', async () => {
    const { gate, answerId } = await askAtGate();
    const reader = anna.follow(answerId);
    await gate.emit('Kept. ');
    await reader.reads((text) => text === 'Kept. ');

    const { admin } = chidi.server.db;
    await admin.begin(async (holder) => {
      await holder`select 1 from chidi.messages where id = ${answerId} for update`;
      await gate.emit('Not yet.');
      await eventually(async () => {
        const [{ count } = { count: 0 }] = await admin<{ count: number }[]>`
          select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like 'update %messages%'`;
        expect(count).toBe(1);
      });
      // A reader that comes now must not be told either; by then anything sent to the first one has arrived.
      const late = anna.follow(answerId);
      await late.reads((text) => text === 'Kept. ');
      expect([late.text(), reader.text()]).toEqual(['Kept. ', 'Kept. ']);
      late.stop();
    });
    await reader.reads((text) => text === 'Kept. Not yet.');
    await gate.finish();
    await reader.ended;
  });

  it('shows a character that arrives in two halves as one', async () => {
    const { gate, ...exchange } = await askAtGate();
    const reader = anna.follow(exchange.answerId);
    await gate.emit('Rye \ud83e');
    await reader.reads((text) => text === 'Rye ');
    await gate.emit('\udd56');
    await reader.reads((text) => text === 'Rye 🥖');
    await gate.finish();

    expect(await anna.ended(exchange)).toMatchObject({ content: 'Rye 🥖' });
  });

  it('ends when the session does', async () => {
    const device = await chidi.server.signIn(anna);
    const { gate, ...exchange } = await askAtGate();
    const ended = new Promise<string | undefined>((resolve) => {
      device.client.messages.follow.subscribe(
        { answerId: exchange.answerId },
        {
          onData: () => void device.request('/api/auth/sign-out', {}),
          onError: ({ data }) => resolve(data?.code),
        },
      );
    });
    await gate.emit('Said before signing out.');

    expect(await ended).toBe('UNAUTHENTICATED');
    await gate.finish();
    expect(await anna.ended(exchange)).toMatchObject({ status: 'complete' });
  });
});

const characters = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('👩‍👩‍👧', '😀', '\0', 'a\0b', 'é', '\u202e', '\n\n', 'data: x', ' '),
  },
  // Halves of characters, as a provider sends them that cuts its text anywhere.
  { weight: 2, arbitrary: fc.constantFrom('\ud83d', '\ude00', '\ud83d\ud83d', 'x\ude00y') },
);

describe('whatever pieces an answer comes in', () => {
  it('what readers were shown, together, is what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(characters, { maxLength: 12 }), fc.nat(12), async (chunks, joinAt) => {
        const { gate, ...exchange } = await askAtGate();
        const first = anna.follow(exchange.answerId);
        let second: FollowedAnswer | undefined;
        let rejoined: FollowedAnswer | undefined;
        await gate.emit('Begin.');
        for (const [index, chunk] of chunks.entries()) {
          if (index === joinAt) {
            await first.reads((text) => text.length > 0);
            second = anna.follow(exchange.answerId);
          }
          if (second && index === joinAt + 2) {
            second.stop();
            const lastEventId = second.lastEventId();
            rejoined = anna.follow(exchange.answerId, lastEventId === undefined ? {} : { lastEventId });
          }
          await gate.emit(chunk);
        }
        await gate.finish();
        await Promise.all([first.ended, (rejoined ?? second)?.ended]);
        const { content, status } = await chidi.stored(exchange.answerId);
        const resumed = anna.follow(exchange.answerId, { offset: Math.min(joinAt, content.length) });
        await resumed.ended;

        expect(status).toBe('complete');
        const written = `Begin.${chunks.join('')}`.replaceAll('\0', '');
        // The last half of a character has nothing to become whole with.
        expect([written.toWellFormed(), written.slice(0, -1).toWellFormed()]).toContain(content);
        expect(first.text()).toBe(content);
        expectNoGap(first);
        if (second) expect(second.text() + (rejoined?.text() ?? '')).toBe(content);
        expect(resumed.text()).toBe(content.slice(joinAt));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);
});
