import { afterAll, beforeAll, expect, it } from 'vitest';
import { playerOf } from '../../db/demo/play-session.ts';
import { ready, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';
import { giveUp } from './give-up.ts';
import { stepJob } from './step-job.ts';

let board: RunningBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startBoard({ models: scriptedModels() });
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

/** Does a step as its job does after so many tries. */
async function tryAgain(attempt: number, sessionId: string, seatId: string): Promise<void> {
  const player = playerOf(board.server.db.database, anna.userId, () => new Date());
  const data = { sessionId, run: 1, step: { kind: 'position' as const, round: 1, seatId } };
  // It reads nothing else of the job.
  await stepJob.run({ ...player, attempt, data } as Parameters<typeof stepJob.run>[0]);
}

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
    update boardofone.calls set status = 'reserved', reserved_cost = 0.01 where session_id = ${id} and step = ${step}`;
  await admin`delete from boardofone.contributions where session_id = ${id} and seat_id = ${seat?.id ?? ''}`;
  await admin`update boardofone.sessions set reserved_cost = 0.01 where id = ${id}`;
  const money = () => admin`
    select session.reserved_cost::text as held, call.status from boardofone.sessions as session
    join boardofone.calls as call on call.session_id = session.id and call.step = ${step} where session.id = ${id}`;

  await admin.unsafe(`
    create trigger fail_now before insert on boardofone.contributions for each row execute function public.fail_now();`);
  await expect(tryAgain(2, id, seat?.id ?? '')).rejects.toThrow();
  expect(await money()).toMatchObject([{ held: '0.01000000', status: 'reserved' }]);
  await expect(tryAgain(21, id, seat?.id ?? '')).rejects.toThrow();
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
