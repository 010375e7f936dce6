import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Gate, startModelServer } from '@commons/ai/testing';
import type { TestProcess } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallPurpose } from '../../deliberation/call.ts';
import { startBoardWorker } from '../../testing/board-worker.ts';
import { approve, readLog, start, untilView } from '../../testing/drive.ts';
import { answerTo, purposeOf } from '../../testing/scripted-models.ts';
import { ask, type RunningBoard, startBoard } from '../../testing/start-board.ts';

const patient = { timeout: 120_000 };
const released = { purpose: 'none', calls: 0, onLast: () => {} } as const;

type Exchange = Parameters<Gate['open']>[0];

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

describe('two workers that are killed in every phase', () => {
  it('let nobody speak or vote twice, lose nothing, and count everything once', async () => {
    await using model = await startModelServer();
    // Calls of this kind are never answered: whoever made them is killed.
    let held: { purpose: CallPurpose | 'none'; calls: number; onLast: () => void } = released;
    const open = (exchange: Exchange) => {
      if (purposeOf(exchange.request.body) === held.purpose) {
        held.calls -= 1;
        if (held.calls === 0) held.onLast();
        return;
      }
      void exchange
        .chunk({ content: JSON.stringify(answerTo(exchange.request.body)) })
        .then(() => exchange.finish());
    };
    const gate = { open } as Gate;
    model.replyOtherwise({ kind: 'gate', gate });
    const workers = new Set<TestProcess>();
    const startWorker = async () => workers.add(await startBoardWorker(board.server.db, model.url, folder));
    /** Kills every worker once they wait for so many answers of this kind, and starts two others. */
    const killDuring = async (purpose: CallPurpose, calls: number) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { purpose, calls, onLast: resolve };
      await promise;
      await Promise.all([...workers].map((worker) => worker.kill()));
      workers.clear();
      held = released;
      await Promise.all([startWorker(), startWorker()]);
    };
    try {
      await Promise.all([startWorker(), startWorker()]);
      const anna = await board.signUp();
      let killed = killDuring('decomposition', 1);
      const { id } = await ask(anna);
      await killed;
      await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval', patient);
      await approve(anna, id);
      killed = killDuring('position', 3);
      await start(anna, id);
      await killed;
      await killDuring('vote', 2);
      await killDuring('memo', 1);
      const view = await untilView(anna, id, ({ status }) => status === 'completed', patient);
      const said = await anna.client.room.contributions.query({ id });
      const log = await readLog(anna, id);
      const [sums] = await board.server.db.admin`
        select (select count(*)::int from boardofone.calls where session_id = ${id} and status <> 'settled') as open,
          (select count(*)::int from boardofone.votes where session_id = ${id}) as votes,
          (select count(*)::int from public.model_usage where resource_id = ${id}) as charged,
          (select count(*)::int from boardofone.calls where session_id = ${id}) as calls,
          reserved_cost::text as reserved, total_tokens::int as tokens
        from boardofone.sessions where id = ${id}`;

      expect(said.map((one) => `${one.roundNumber} ${one.seatId}`)).toHaveLength(view.round * 5);
      expect(new Set(said.map((one) => `${one.roundNumber} ${one.seatId}`)).size).toBe(said.length);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      expect(sums).toMatchObject({ open: 0, votes: 5, reserved: '0.00000000', tokens: view.tokens });
      expect(sums?.charged).toBe(sums?.calls);
      // Two votes were cut off; that is nothing to hold against them.
      expect(view.ballots?.filter(({ wasAskedAgain }) => wasAskedAgain)).toEqual([]);
    } finally {
      await Promise.all([...workers].map((worker) => worker.kill()));
    }
  }, 300_000);
});
