import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import { restoreView, type StoredView } from '../../deliberation/checkpoint.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import { readLog, ready, untilView } from '../../testing/drive.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startBoard();
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

async function readStart(id: string) {
  const { checkpoint, events } = await anna.client.room.start.query({ id });
  // Dates are strings on the wire.
  const since = events.map((event) => ({ ...event, at: new Date(event.at) }) as SessionEvent);
  return { checkpoint, since };
}

it('stores the room at the end of every round, each as its log comes to, and starts from the last', async () => {
  const id = await ready(anna);
  const { rounds } = await untilView(anna, id, ({ status }) => status === 'completed');
  const log = await readLog(anna, id);
  const stored = await board.server.db.admin<{ seq: number; round_number: number; view: StoredView }[]>`
    select seq, round_number, view from boardofone.checkpoints where session_id = ${id} order by seq`;
  expect(stored.map(({ round_number }) => round_number)).toEqual(rounds.map(({ round }) => round));
  for (const { seq, view, round_number: round } of stored) {
    const room = viewOf(log.slice(0, seq));
    expect(restoreView(view)).toEqual(room);
    expect(room.rounds.at(-1)?.round).toBe(round);
  }
  const { checkpoint, since } = await readStart(id);

  expect(checkpoint?.seq).toBe(stored.at(-1)?.seq);
  expect(since.map(({ seq }) => seq)).toEqual(log.slice(checkpoint?.seq).map(({ seq }) => seq));
  expect(checkpoint && viewOf(since, restoreView(checkpoint.view as StoredView))).toEqual(viewOf(log));
});

it('uses none that was folded otherwise', async () => {
  const id = await ready(anna, { maxRounds: 0 });
  await untilView(anna, id, ({ status }) => status === 'completed');
  await board.server.db.admin`
    update boardofone.checkpoints set view_version = 99, view = '{}' where session_id = ${id}`;
  const { checkpoint, since } = await readStart(id);

  expect(checkpoint).toBeNull();
  expect(since).toEqual(await readLog(anna, id));
});

it('takes none after the end, and none of a moment that never was', async () => {
  const over = await ready(anna, { maxRounds: 0 });
  await untilView(anna, over, ({ status }) => status === 'completed');
  const { id } = await ask(anna);
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
  const insert = (sessionId: string, seq: number) =>
    board.server.db.database.asUser({ userId: anna.userId, app: 'boardofone', requestId: 'test' }, (tx) =>
      tx.execute(sql`insert into boardofone.checkpoints (user_id, session_id, seq, round_number, view_version, view)
          values (${anna.userId}, ${sessionId}, ${seq}, 1, 1, '{}')`),
    );

  await expect(insert(over, 1)).rejects.toMatchObject({ cause: { code: '23514' } });
  await expect(insert(id, 999)).rejects.toMatchObject({ cause: { code: '23503' } });
});

it('begins at the beginning before a round is over', async () => {
  const { id } = await ask(anna);
  const { checkpoint, since } = await readStart(id);

  expect(checkpoint).toBeNull();
  expect(since[0]?.type).toBe('session_created');
});
