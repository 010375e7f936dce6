import { describe, expect, it } from 'vitest';
import { labelsFor, relabel } from './relabel.ts';

const authorsOrder = ['s2', 's3', 's1'];

describe('a contribution that speaks of others', () => {
  it('names them as the reader knows them', () => {
    const text = 'Speaker A is right, speaker  b’s point and SPEAKER C are not.';
    expect(relabel(text, authorsOrder, labelsFor('s1', ['s3', 's4', 's2']))).toBe(
      'Speaker C is right, Speaker A’s point and you are not.',
    );
  });

  it('names them by name on the page', () => {
    const names: Record<string, string> = { s1: 'Zara', s2: 'Kofi', s3: 'Inês' };
    expect(relabel('Speaker A and Speaker C.', authorsOrder, (seatId) => names[seatId] ?? '')).toBe(
      'Kofi and Zara.',
    );
  });

  it.each(['Speaker D said', 'a loudspeaker a day', 'Speaker Abel', 'Speaker'])('“%s” stays', (text) => {
    expect(relabel(text, authorsOrder, () => 'X')).toBe(text);
  });

  it('calls a speaker whom the reader does not hear a speaker', () => {
    expect(relabel('Speaker A', authorsOrder, labelsFor('s1', ['s3']))).toBe('a speaker');
  });
});
