import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import { readLog, ready, untilView } from '../../testing/drive.ts';
import { failing, type ScriptedModels, scriptedModels } from '../../testing/scripted-models.ts';
import { type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let models: ScriptedModels;
let anna: BoardPerson;
beforeAll(async () => {
  models = scriptedModels();
  board = await startBoard({ models });
});
beforeEach(async () => {
  models.script = () => undefined;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const statesOf = (view: ReturnType<typeof viewOf>) => view.seats.map(({ state }) => state);

it('a seat whose answer has begun is shown so, after a reload as well, and its words are in no prompt yet', async () => {
  const held = Promise.withResolvers<undefined>();
  let asked = 0;
  models.script = ({ purpose }, _, begin) => {
    if (purpose !== 'position') return undefined;
    asked += 1;
    if (asked === 1) begin();
    return held.promise;
  };
  const id = await ready(anna);
  const live = await untilView(anna, id, (view) => {
    const states = statesOf(view);
    return states.filter((state) => state === 'streaming').length === 1 && !states.includes('queued');
  });
  const reloaded = viewOf(await readLog(anna, id));
  held.resolve(undefined);
  await untilView(anna, id, ({ status }) => status === 'completed');
  const log = await readLog(anna, id);
  const begun = log.filter(({ type }) => type === 'seat_streaming');

  expect(reloaded).toEqual(live);
  expect(statesOf(live).filter((state) => state === 'thinking')).toHaveLength(4);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  // Once for each answer: five seats, the blind round and one more.
  expect(begun).toHaveLength(log.filter(({ type }) => type === 'seat_spoke').length);
  expect(Object.keys(begun[0]?.data ?? {}).toSorted()).toEqual(['attempt', 'phase', 'round', 'seatId']);
});

it('a seat that breaks off after it has begun abstains, and one that is killed is at nothing any more', async () => {
  let broken = '';
  models.script = ({ purpose, system }, _, begin) => {
    if (purpose !== 'position') return undefined;
    if (broken === '') broken = system;
    if (system !== broken) return undefined;
    begin();
    return failing('MODEL_STREAM_CUT');
  };
  const id = await ready(anna);
  const view = await untilView(anna, id, ({ status }) => status === 'completed');

  expect(view.seats.flatMap(({ silences }) => silences.map(({ reason }) => reason))).toContain(
    'MODEL_STREAM_CUT',
  );
});
