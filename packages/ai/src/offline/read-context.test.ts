import { describe, expect, it } from 'vitest';
import { readContext, splitStatements } from './read-context.ts';

describe('reading the system prompt', () => {
  it('tells the instructions from the labelled sections', () => {
    const { instructions, sections } = readContext(
      'You are Chidi.\nBe kind.\n\n## What we sell\nCandles. Refills.\n- Gift boxes\n\n### Tone ###\nDry.',
    );
    expect(instructions).toBe('You are Chidi.\nBe kind.');
    expect(sections).toEqual([
      { label: 'What we sell', statements: ['Candles.', 'Refills.', 'Gift boxes'] },
      { label: 'Tone', statements: ['Dry.'] },
    ]);
  });

  it('drops empty sections, sections of instructions and the tags around the context', () => {
    const { sections } = readContext(
      '<context>\n## Goals\n\n## Rules\nObey.\n## How Chidi should answer\nBriefly.\n## Tone\nDry.\n</context>',
    );
    expect(sections).toEqual([{ label: 'Tone', statements: ['Dry.'] }]);
  });

  it.each([
    ['It costs 3.50 EUR. Next one.', ['It costs 3.50 EUR.', 'Next one.']],
    ['1. First', ['First']],
    ['“Quoted.” “Twice.”', ['“Quoted.” “Twice.”']],
    ['   ', []],
  ])('splits %j into sentences', (line, statements) => {
    expect(splitStatements(line)).toEqual(statements);
  });
});
