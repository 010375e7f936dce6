import { describe, expect, it } from 'vitest';
import { AttemptIds } from './attempt-ids.ts';

describe('the id of an attempt', () => {
  it('stays the same until the attempt has succeeded', () => {
    const ids = new AttemptIds();
    const first = ids.for('question 1');
    expect(ids.for('question 1')).toBe(first);
    ids.succeeded('question 1');
    expect(ids.for('question 1')).not.toBe(first);
  });

  it('differs from one question to the next', () => {
    const ids = new AttemptIds();
    expect(ids.for('question 1')).not.toBe(ids.for('question 2'));
  });
});
