import { describe, expect, it } from 'vitest';
import { hire } from '../../templates/hire.ts';
import { quit } from '../../templates/quit.ts';
import { emptyValues, withTemplate } from './new-session-values.ts';

describe('another outline', () => {
  it('fills in what is empty', () => {
    expect(withTemplate(emptyValues, hire.id)).toMatchObject({ template: hire.id, problem: hire.problem });
  });

  it('takes the place of the one before it', () => {
    const { problem, context } = withTemplate(withTemplate(emptyValues, hire.id), quit.id);
    expect(problem).toBe(quit.problem);
    expect(context).toContain(quit.context);
  });

  it('or none leaves what was typed', () => {
    const typed = {
      ...withTemplate(emptyValues, hire.id),
      problem: 'Do we hire Ada?',
      constraints: 'By May.',
    };
    for (const id of ['', quit.id]) {
      expect(withTemplate(typed, id)).toMatchObject({ problem: 'Do we hire Ada?', constraints: 'By May.' });
    }
    expect(withTemplate(typed, '').context).toBe('');
  });
});
