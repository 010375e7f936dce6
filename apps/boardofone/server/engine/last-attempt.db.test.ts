import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gate, startModelServer } from '@commons/ai/testing';
import type { TestProcess } from '@commons/api/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBoardWorker } from '../../testing/board-worker.ts';
import { ready, untilView } from '../../testing/drive.ts';
import { answerTo, purposeOf } from '../../testing/scripted-models.ts';
import { type RunningBoard, startBoard } from '../../testing/start-board.ts';

const patient = { timeout: 120_000 };

let board: RunningBoard;
let folder: string;
beforeAll(async () => {
  // This process answers requests and works on nothing.
  board = await startBoard({ workUrl: undefined });
  folder = mkdtempSync(join(tmpdir(), 'commons-board-'));
});
afterAll(async () => {
  await board?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

it('steps whose worker is killed in their very last attempt end the wait: the session pauses, and goes on when resumed', async () => {
  await using model = await startModelServer();
  const { admin } = board.server.db;
  const begun = Promise.withResolvers<void>();
  let [isHeld, held] = [true, 0];
  const open = (exchange: Parameters<Gate['open']>[0]) => {
    const { body } = exchange.request;
    if (isHeld && purposeOf(body) === 'position') {
      held += 1;
      if (held === 5) begun.resolve();
      return;
    }
    void exchange.chunk({ content: JSON.stringify(answerTo(body)) }).then(() => exchange.finish());
  };
  model.replyOtherwise({ kind: 'gate', gate: { open } as Gate });
  const workers: TestProcess[] = [];
  const startWorker = async () => workers.push(await startBoardWorker(board.server.db, model.url, folder));
  const money = async () =>
    (
      await admin`
        select reserved_cost::text as reserved,
          (select count(*)::int from boardofone.calls where session_id = ${id} and status = 'reserved') as open
        from boardofone.sessions where id = ${id}`
    )[0];
  let id = '';
  try {
    await startWorker();
    const anna = await board.signUp();
    id = await ready(anna, { maxRounds: 0 });
    await begun.promise;
    await admin`
      update pgboss.job set retry_limit = retry_count where name = 'user.boardofone.step' and state = 'active'`;
    isHeld = false;
    await workers[0]?.kill();
    await startWorker();
    const { pause } = await untilView(anna, id, ({ status }) => status === 'paused', patient);
    await expect.poll(money, patient).toEqual({ reserved: '0.00000000', open: 0 });
    expect(pause).toMatchObject({ reason: 'fault', words: expect.stringContaining('resume') });
    expect(await anna.client.notices.list.query()).toMatchObject([{ kind: 'paused', reason: 'fault' }]);

    await anna.client.sessions.resume.mutate({ id });
    const view = await untilView(anna, id, ({ status }) => status === 'completed', patient);
    expect(view.seats.map(({ stances }) => stances.length)).toEqual(Array(5).fill(1));
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
}, 300_000);
