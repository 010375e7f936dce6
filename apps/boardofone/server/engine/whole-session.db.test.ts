import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, readLog, start, untilView } from '../../testing/drive.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

/** Words of its owner, of which every contribution quotes some. */
const bakeryWords = ['sells out by eleven', '2,400 a month', 'night shift', '60,000 in the first year'];

let board: RunningBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startBoard();
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe('a rehearsed session', () => {
  it('goes from a problem to a memo', async () => {
    const { id } = await ask(anna);
    await untilView(anna, id, ({ waitsFor }) => waitsFor === 'approval');
    await approve(anna, id);
    await start(anna, id);
    const view = await untilView(anna, id, ({ status }) => status === 'completed');
    const log = await readLog(anna, id);
    const memo = await anna.client.room.memo.query({ id });

    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(view).toMatchObject({
      phase: 'complete',
      memoId: memo.id,
      outcome: { kind: expect.stringMatching(/^(decided|contested|split)$/) },
    });
    expect(view.seats.map(({ state }) => state)).toEqual(Array(5).fill('voted'));
    const said = await anna.client.room.contributions.query({ id });
    expect((await anna.client.sessions.byId.query({ id })).isRehearsal).toBe(true);
    for (const { content } of said) expect(bakeryWords.some((words) => content.includes(words))).toBe(true);
  });
});
