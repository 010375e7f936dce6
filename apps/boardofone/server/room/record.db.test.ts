import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import { addUsd } from '../../money/add-usd.ts';
import { recordMarkdown } from '../../record/record-markdown.ts';
import { SessionRecord } from '../../record/schemas.ts';
import { readLog, ready, untilSettled, untilView } from '../../testing/drive.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startBoard();
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

it('holds a whole session: log, prompts by their hashes, models, costs and weights', async () => {
  const id = await ready(anna);
  const view = await untilView(anna, id, ({ status }) => status === 'completed');
  const [seatId, question] = [view.seats[0]?.id ?? null, 'And if the rent rises?'];
  const { id: followUpId } = await anna.client.followUps.ask.mutate({
    id: crypto.randomUUID(),
    sessionId: id,
    seatId,
    question,
  });
  const { answer } = await untilSettled(anna, id, followUpId);
  const record = SessionRecord.parse(await anna.client.room.exportRecord.mutate({ id }));

  expect(record.followUps).toMatchObject([
    { seatId, question, answer, promptHash: expect.stringMatching(/^.{64}$/) },
  ]);
  expect(
    viewOf(record.events.map((event) => ({ ...event, at: new Date(event.at) }) as SessionEvent)),
  ).toEqual(viewOf((await readLog(anna, id)).map((event) => ({ ...event, sessionId: undefined }) as never)));
  expect(record.panel.map(({ id: seat, baseWeight }) => [seat, baseWeight])).toEqual(
    view.seats.map(({ id: seat, baseWeight }) => [seat, baseWeight]),
  );
  expect(record.votes).toHaveLength(view.seats.length);
  expect(record.calls.length).toBe(3 + view.seats.length * (view.round + 1));
  for (const { promptHash, model, status } of record.calls) {
    expect(promptHash).toMatch(/^[0-9a-f]{64}$/);
    expect([status, model]).toEqual(['settled', expect.any(String)]);
  }
  expect(record.calls.map(({ cost }) => cost).reduce(addUsd)).toBe(record.session.totalCost);
  expect(record.memo?.minority.length).toBeGreaterThan(0);
  expect(recordMarkdown(record)).toContain('## Minority report\n\n### ');
});

it('is there before the session is over, without a memo', async () => {
  const { id } = await ask(anna);
  await anna.client.sessions.kill.mutate({ id, reason: 'Enough.' });
  const record = await anna.client.room.exportRecord.mutate({ id });

  expect(
    await board.server.db.admin`
      select user_id from public.audit_log where action = 'session_exported' and resource_id = ${id}`,
  ).toEqual([{ user_id: anna.userId }]);
  expect(record).toMatchObject({ memo: null, session: { status: 'killed', killReason: 'Enough.' } });
});
