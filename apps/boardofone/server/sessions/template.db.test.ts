import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire } from '../../templates/hire.ts';
import { approve, untilView } from '../../testing/drive.ts';
import { scriptedModels } from '../../testing/scripted-models.ts';
import { ask, type BoardPerson, type RunningBoard, startBoard } from '../../testing/start-board.ts';

let board: RunningBoard;
let anna: BoardPerson;
const models = scriptedModels();
beforeAll(async () => {
  board = await startBoard({ models });
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

describe('a session that begins with a template', () => {
  it('proposes its questions, options and panel, and asks no model for them', async () => {
    const { id, waitsFor } = await ask(anna, { template: hire.id });
    expect(waitsFor).toBe('approval');
    const { subQuestions, options } = await untilView(anna, id, (view) => view.waitsFor === 'approval');
    await approve(anna, id);
    const { seats } = await untilView(anna, id, (view) => view.waitsFor === 'panel');

    expect(subQuestions).toEqual(hire.subQuestions);
    expect(options.map(({ label }) => label)).toEqual(hire.options.map(({ label }) => label));
    expect(seats.map(({ personaCode }) => personaCode)).toEqual(hire.panel);
    expect(models.prompts).toEqual([]);
  });

  it('is refused at the field where there is no such template', async () => {
    await expect(ask(anna, { template: 'constructor' })).rejects.toMatchObject({
      data: { code: 'BAD_INPUT', fields: { template: [expect.stringContaining('outline')] } },
    });
  });
});

describe('the last session of a month', () => {
  it('that is sent again, because its answer was lost, is the one that is there', async () => {
    const ben = await board.signUp();
    const id = uuidV7();
    for (let begun = 0; begun < 9; begun++) await ask(ben, { template: hire.id });
    await ask(ben, { id, template: hire.id });
    await expect(ask(ben, { template: hire.id })).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } });

    expect(await ask(ben, { id, template: hire.id })).toMatchObject({ id, status: 'active' });
  });
});
