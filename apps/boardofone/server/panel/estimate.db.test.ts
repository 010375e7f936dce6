import { afterAll, beforeAll, expect, it } from 'vitest';
import { approve } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
let id: string;
const models = scriptedModels();
beforeAll(async () => {
  board = await startBoard({ models });
  anna = await board.signUp();
  id = (await ask(anna)).id;
  await approve(anna, id);
});
afterAll(() => board?.[Symbol.asyncDispose]());

const five = [null, null, null, null, null];

it('an estimate grows with the panel, and says how many calls it is for', async () => {
  const small = await anna.client.panel.estimate.query({ id, models: five.slice(0, 3) });
  const large = await anna.client.panel.estimate.query({ id, models: five });

  expect(Number(large.low)).toBeGreaterThan(Number(small.low));
  expect(Number(large.high)).toBeGreaterThan(Number(large.low));
  expect(large.calls).toEqual({ low: 1 + 1 + 2 * 5 + 5 + 1, high: 1 + 1 + 3 * 5 + 10 + 1 });
});

it('an estimate with a model that nobody lists says so and promises nothing', async () => {
  const usual = models.priceOf;
  models.priceOf = (size) => (size.model === 'home-made' ? null : usual(size));
  const estimate = await anna.client.panel.estimate.query({ id, models: [...five.slice(1), 'home-made'] });

  expect(estimate).toMatchObject({ low: null, high: null, unpriced: ['home-made'] });
  expect(estimate.words).toContain('home-made');
});
