import { describe, expect, it } from 'vitest';
import { findStatements } from './find-statements.ts';

const sections = [
  { label: 'What we sell', statements: ['Hand-poured candles.', 'A refill costs £9.'] },
  { label: 'Policies', statements: ['Returns within 30 days.', 'We ship to the EU in a week.'] },
  { label: 'Who we sell to', statements: ['Gift buyers between 25 and 45.'] },
];

describe('looking up a question', () => {
  it.each([
    ['What does a refill cost?', 'A refill costs £9.'],
    ['how long do customers have to return things', 'Returns within 30 days.'],
    ['Who is our target audience?', 'Gift buyers between 25 and 45.'],
    ['Do you do SHIPPING to the eu', 'We ship to the EU in a week.'],
  ])('finds for %j first %j', (question, statement) => {
    expect(findStatements(question, sections)[0]?.statement).toBe(statement);
  });

  it('finds a section by what people call it', () => {
    expect(findStatements('How much do you charge?', sections).map(({ label }) => label)).toEqual([
      'What we sell',
      'What we sell',
    ]);
  });

  it('finds nothing for what the context does not cover', () => {
    expect(findStatements('Who won the world cup in 1998?', sections)).toEqual([]);
    expect(findStatements('', sections)).toEqual([]);
    expect(findStatements('refill', [])).toEqual([]);
  });

  it.each([
    'Which courses do we offer, and what do they cost?',
    'Do you sell bicycles?',
    'How much does a repair cost?',
  ])('finds nothing for %j, of which only the asking is known', (question) => {
    expect(findStatements(question, sections)).toEqual([]);
  });

  it('leaves out what fits far less than the best', () => {
    expect(findStatements('refill', sections)).toHaveLength(1);
  });
});
