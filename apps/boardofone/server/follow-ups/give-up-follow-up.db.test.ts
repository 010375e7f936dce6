import { afterAll, beforeAll, expect, it } from 'vitest';
import { playerOf } from '../../db/demo/play-session.ts';
import { ready, untilSettled, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { followUpJob } from './follow-up-job.ts';

let board: RunningBoard;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
});
afterAll(() => board?.[Symbol.asyncDispose]());

it('a question whose job fails however often it is tried has failed, holds no money, and is answered when asked again', async () => {
  const { admin, database } = board.server.db;
  const anna = await board.signUp();
  const sessionId = await ready(anna, { maxRounds: 0 });
  await untilView(anna, sessionId, ({ status }) => status === 'completed');
  await admin.unsafe(`
    create function public.fail_now() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger fail_now before update on boardofone.follow_ups
      for each row when (new.attempts > old.attempts) execute function public.fail_now();`);
  const id = crypto.randomUUID();
  await anna.client.followUps.ask.mutate({ id, sessionId, seatId: null, question: 'Well?' });
  const tryAgain = (attempt: number) => {
    const player = playerOf(database, anna.userId, () => new Date());
    // It reads nothing else of the job.
    return followUpJob.run({ ...player, attempt, data: { id, run: 1 } } as Parameters<
      typeof followUpJob.run
    >[0]);
  };
  const statusNow = async () => (await anna.client.followUps.list.query({ sessionId })).items[0]?.status;

  await expect(tryAgain(20)).rejects.toThrow();
  expect(await statusNow()).toBe('asked');
  await expect(tryAgain(21)).rejects.toThrow();
  expect(await untilSettled(anna, sessionId, id)).toMatchObject({ status: 'failed', failure: 'fault' });
  const held = await admin`select reserved_cost::float as held from boardofone.follow_ups where id = ${id}`;
  expect(held).toEqual([{ held: 0 }]);

  await admin.unsafe(`drop function public.fail_now() cascade`);
  await anna.client.followUps.retry.mutate({ id });
  expect(await untilSettled(anna, sessionId, id)).toMatchObject({ status: 'answered' });
});
