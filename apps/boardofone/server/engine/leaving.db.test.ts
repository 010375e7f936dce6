import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { events } from '../../db/schema/events.ts';
import { ready, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { lockSession } from './lock-session.ts';

let board: RunningBoard;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
});
afterAll(() => board?.[Symbol.asyncDispose]());

const leave = async (person: BoardPerson) => {
  const response = await person.request('/api/account/delete', { email: person.email });
  return response.status;
};
const rowsOf = ({ userId }: BoardPerson) => board.server.db.admin`
  select id from public.users where id = ${userId}
  union all select id from boardofone.sessions where user_id = ${userId}
  union all select session_id from boardofone.events where user_id = ${userId}
  union all select session_id from boardofone.calls where user_id = ${userId}`;

describe('whoever deletes their account', () => {
  it('is gone although a step holds the session and is about to write', async () => {
    const { admin, database } = board.server.db;
    const anna = await board.signUp();
    const { id } = await ask(anna);
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    const { lastSeq } = await anna.client.sessions.byId.query({ id });
    const holds = Promise.withResolvers<void>();
    const isWaitedFor = Promise.withResolvers<void>();
    const step = database.asUser(
      { userId: anna.userId, app: 'boardofone', requestId: 'test' },
      async (tx) => {
        await lockSession(tx, anna.userId, id);
        holds.resolve();
        await isWaitedFor.promise;
        await tx.insert(events).values({
          userId: anna.userId,
          sessionId: id,
          seq: lastSeq + 1,
          type: 'session_paused',
          data: { reason: 'owner', words: '' },
          at: new Date(),
        });
      },
    );
    await holds.promise;
    const left = leave(anna);
    const waiting = () => admin`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from "users"%'`;
    await expect.poll(waiting, { timeout: 20_000 }).toHaveLength(1);
    isWaitedFor.resolve();
    // Whichever of the two is chosen to give way.
    await step.catch(() => {});

    expect(await left).toBe(200);
    expect(await rowsOf(anna)).toEqual([]);
  });

  it('is gone whatever their session is at, many at once', async () => {
    const leaveAfter = async (happened: number) => {
      const anna = await board.signUp();
      const id = await ready(anna, { seatsWanted: 3 });
      await untilView(anna, id, ({ seq }) => seq >= happened, { timeout: 50_000 });
      return [await leave(anna), await rowsOf(anna)];
    };
    const left = await Promise.all([...Array(12).keys()].map((person) => leaveAfter(8 + 2 * person)));

    expect(left).toEqual(Array(12).fill([200, []]));
  }, 120_000);
});
