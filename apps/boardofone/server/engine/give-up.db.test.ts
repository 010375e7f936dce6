import { afterAll, beforeAll, expect, it } from 'vitest';
import { playerOf } from '../../db/demo/play-session.ts';
import { deliverLast, deliverStep } from '../../testing/deliver-step.ts';
import { ready, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { giveUp } from './give-up.ts';

let board: RunningBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

it('a step that fails however often it is tried gives back its call, pauses the session, and goes on when resumed', async () => {
  const { admin } = board.server.db;
  await admin.unsafe(`
    create function public.fail_now() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger fail_now before insert on boardofone.events
      for each row when (new.type = 'round_ended') execute function public.fail_now();`);
  const id = await ready(anna);
  const { seats } = await untilView(anna, id, (view) => view.seats.every(({ state }) => state === 'done'));
  const [seat] = seats;
  const step = `position:1:${seat?.id}`;
  await admin`
    update boardofone.calls set status = 'reserved', reserved_cost = 0.01, attempts = 0
    where session_id = ${id} and step = ${step}`;
  await admin`delete from boardofone.contributions where session_id = ${id} and seat_id = ${seat?.id ?? ''}`;
  await admin`update boardofone.sessions set reserved_cost = 0.01 where id = ${id}`;
  const money = () => admin`
    select session.reserved_cost::text as held, call.status from boardofone.sessions as session
    join boardofone.calls as call on call.session_id = session.id and call.step = ${step} where session.id = ${id}`;

  await admin.unsafe(`
    create trigger fail_now before insert on boardofone.contributions for each row execute function public.fail_now();`);
  const toDo = {
    sessionId: id,
    run: 1,
    step: { kind: 'position' as const, round: 1, seatId: seat?.id ?? '' },
  };
  const tried = await deliverStep(board, anna, toDo);
  const stateOf = async (job: string) =>
    (await admin`select state from pgboss.job where id = ${job}`)[0]?.state;
  await expect.poll(() => stateOf(tried), { timeout: 20_000 }).toBe('retry');
  expect(await money()).toMatchObject([{ held: '0.01000000', status: 'reserved' }]);
  await deliverLast(board, anna, toDo);
  const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
  const { length: notices } = await anna.client.notices.list.query();

  expect(pause).toMatchObject({ reason: 'fault', words: expect.stringContaining('resume') });
  expect(await money()).toEqual([{ held: '0.00000000', status: 'again' }]);
  expect(notices).toBe(1);
  await admin.unsafe(`drop function public.fail_now() cascade`);
  await anna.client.sessions.resume.mutate({ id });
  await untilView(anna, id, ({ status }) => status === 'completed');
});

it('a session that resuming has not helped twice has failed, keeps what was said, and its owner is told', async () => {
  const { admin } = board.server.db;
  const { id } = await ask(anna);
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
  const stopped: (string | undefined)[] = [];
  for (const run of [1, 2, 3]) {
    const player = playerOf(board.server.db.database, anna.userId, () => new Date());
    await giveUp(player, { sessionId: id, run, step: { kind: 'decomposition' } });
    const { status } = await anna.client.sessions.byId.query({ id });
    stopped.push(status);
    if (status === 'paused') await anna.client.sessions.resume.mutate({ id });
  }
  expect(stopped).toEqual(['paused', 'paused', 'failed']);
  const view = await untilView(anna, id, ({ status }) => status === 'failed');
  const [notice] = await anna.client.notices.list.query();
  const held = await admin`select reserved_cost::float as held from boardofone.sessions where id = ${id}`;

  expect(view).toMatchObject({ endReason: expect.stringContaining('ask again'), waitsFor: null });
  expect(view.options.length).toBeGreaterThan(1);
  expect(notice).toMatchObject({ sessionId: id, kind: 'failed' });
  expect(held).toEqual([{ held: 0 }]);
  await expect(anna.client.sessions.resume.mutate({ id })).rejects.toMatchObject({
    data: { code: 'CONFLICT' },
  });
});

it('a step that an earlier run had begun, and that nobody does any more, stops the run that left it to that job', async () => {
  const { admin, database } = board.server.db;
  const { id } = await ask(anna);
  await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
  await admin`update boardofone.calls set status = 'reserved', reserved_cost = 0.01 where session_id = ${id}`;
  await admin`
    update boardofone.sessions set reserved_cost = 0.01, waits_for = null, run = 2 where id = ${id}`;
  const player = playerOf(database, anna.userId, () => new Date());
  await giveUp(player, { sessionId: id, run: 1, step: { kind: 'decomposition' } });

  const { pause } = await untilView(anna, id, ({ status }) => status === 'paused');
  expect(pause).toMatchObject({ reason: 'fault' });
  await anna.client.sessions.resume.mutate({ id });
  await untilView(anna, id, ({ waitsFor, status }) => status === 'active' && waitsFor === 'approval');
});
