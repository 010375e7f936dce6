import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gate, startModelServer } from '@commons/ai/testing';
import type { TestProcess } from '@commons/api/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBoardWorker } from '../../testing/board-worker.ts';
import { ready, untilSettled, untilView } from '../../testing/drive.ts';
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

it('a question whose worker is killed in mid-answer is answered once, and paid for once', async () => {
  await using model = await startModelServer();
  const begun = Promise.withResolvers<void>();
  let isHeld = true;
  let asked = 0;
  const open = (exchange: Parameters<Gate['open']>[0]) => {
    const { body } = exchange.request;
    if (purposeOf(body) === 'follow_up') {
      asked += 1;
      if (isHeld) return begun.resolve();
    }
    void exchange.chunk({ content: JSON.stringify(answerTo(body)) }).then(() => exchange.finish());
  };
  model.replyOtherwise({ kind: 'gate', gate: { open } as Gate });
  const workers: TestProcess[] = [];
  const startWorker = async () => workers.push(await startBoardWorker(board.server.db, model.url, folder));
  try {
    await startWorker();
    const anna = await board.signUp();
    const sessionId = await ready(anna, { maxRounds: 0 });
    await untilView(anna, sessionId, ({ status }) => status === 'completed', patient);
    const id = crypto.randomUUID();
    await anna.client.followUps.ask.mutate({ id, sessionId, seatId: null, question: 'Well?' });
    await begun.promise;
    isHeld = false;
    await workers[0]?.kill();
    await startWorker();
    const answered = await untilSettled(anna, sessionId, id, patient);
    const [sums] = await board.server.db.admin`
      select reserved_cost::text as reserved,
        (select count(*)::int from public.model_usage where resource_id = ${sessionId} and purpose = 'follow_up') as charged
      from boardofone.follow_ups where id = ${id}`;

    expect(answered).toMatchObject({ status: 'answered', answer: 'Only if it rises above 3,000.' });
    expect(sums).toEqual({ reserved: '0.00000000', charged: 1 });
    expect(asked).toBe(2);
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
}, 300_000);
