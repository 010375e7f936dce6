import { afterAll, beforeAll, expect, it } from 'vitest';
import { ready, untilSettled, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
});
afterAll(() => board?.[Symbol.asyncDispose]());

it('a question whose job fails however often it is tried has failed, holds no money, and is answered when asked again', async () => {
  const { admin } = board.server.db;
  const anna = await board.signUp();
  const sessionId = await ready(anna, { maxRounds: 0 });
  await untilView(anna, sessionId, ({ status }) => status === 'completed');
  await admin.unsafe(`
    create function public.fail_now() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger fail_now before update on boardofone.follow_ups
      for each row when (new.attempts > old.attempts) execute function public.fail_now();`);
  const id = crypto.randomUUID();
  const itsJob = admin`name = 'user.boardofone.follow-up' and data -> 'payload' ->> 'id' = ${id}`;
  await anna.client.followUps.ask.mutate({ id, sessionId, seatId: null, question: 'Well?' });
  const isTriedAgain = async () =>
    (await admin`select from pgboss.job where ${itsJob} and state = 'retry'`).length === 1;
  const statusNow = async () => (await anna.client.followUps.list.query({ sessionId })).items[0]?.status;

  await expect.poll(isTriedAgain, { timeout: 20_000 }).toBe(true);
  expect(await statusNow()).toBe('asked');
  await admin`update pgboss.job set retry_limit = retry_count, start_after = now() where ${itsJob}`;
  expect(await untilSettled(anna, sessionId, id)).toMatchObject({ status: 'failed', failure: 'fault' });
  const held = await admin`select reserved_cost::float as held from boardofone.follow_ups where id = ${id}`;
  expect(held).toEqual([{ held: 0 }]);

  await admin.unsafe(`drop function public.fail_now() cascade`);
  await anna.client.followUps.retry.mutate({ id });
  expect(await untilSettled(anna, sessionId, id)).toMatchObject({ status: 'answered' });
});
