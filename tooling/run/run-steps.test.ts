import { describe, expect, it } from 'vitest';
import { runSteps } from './run-steps.ts';
import type { Step, StepOutcome } from './step.ts';

const step = (name: string, outcome: Partial<StepOutcome>): Step => ({
  name,
  run: async () => ({ passed: 0, failed: 0, output: '', ...outcome }),
});

async function report(...steps: (Step | Step[])[]) {
  let text = '';
  const total = await runSteps(steps, (part) => {
    text += part;
  });
  return { text: text.replaceAll(/\d+\.\d s/g, '0.0 s'), total };
}

describe('a run of steps', () => {
  it('prints a line for each step and adds them up', async () => {
    const { text, total } = await report(
      step('borders', { passed: 1, output: 'not shown' }),
      step('tests', { passed: 40 }),
      step('changesets', { passed: 1, note: 'nothing to compare with' }),
    );
    expect(text.split('\n')).toEqual([
      'borders           ok        0.0 s  ',
      'tests             ok        0.0 s  40 passed, 0 failed',
      'changesets        ok        0.0 s  nothing to compare with',
      '',
    ]);
    expect(total).toEqual({ passed: 42, failed: 0 });
  });

  it('shows everything about a step that failed, and goes on', async () => {
    const { text, total } = await report(
      step('types', { failed: 1, output: 'a.ts:1 wrong\n' }),
      step('knip', { passed: 1 }),
    );
    expect(text).toContain('types             FAILED    0.0 s  \n\na.ts:1 wrong\n\nknip ');
    expect(total).toEqual({ passed: 1, failed: 1 });
  });

  it('runs a list of steps at once, and reports them in their order', async () => {
    const secondRan = Promise.withResolvers<void>();
    const first: Step = {
      name: 'first',
      run: () => secondRan.promise.then(() => ({ passed: 1, failed: 0, output: '' })),
    };
    const second: Step = {
      name: 'second',
      run: async () => {
        secondRan.resolve();
        return { passed: 1, failed: 0, output: '' };
      },
    };
    const { text, total } = await report([first, second], step('third', { passed: 1 }));
    expect(text).toMatch(/^first .*\nsecond .*\nthird /);
    expect(total).toEqual({ passed: 3, failed: 0 });
  });

  it('counts a step that throws as failed', async () => {
    const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no such command')) };
    const { text, total } = await report(broken);
    expect(text).toContain('no such command');
    expect(total).toEqual({ passed: 0, failed: 1 });
  });
});
