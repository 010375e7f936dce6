import { describe, expect, it } from 'vitest';
import type { Statement } from '../deliberation/statement.ts';
import { checkEvidence, evidenceRegister } from './evidence.ts';

const context = [
  'Rent is €4,000 a month, payable in the morning.\nThe lease ends in   June.',
  'The owner: we have two ovens.',
];
const statement = (label: Statement['label'], text: string, source: string | null = null): Statement => ({
  label,
  text,
  source,
});

describe('a fact', () => {
  it.each(['the lease ends in June', '€4,000', 'Rent is “€4,000” a month!', 'we have two OVENS'])(
    'rests on what was given: %s',
    (source) => {
      const fact = statement('FACT', 'So it is.', source);
      expect(checkEvidence([fact], context)).toEqual([{ ...fact, wasFact: false }]);
    },
  );

  it.each([
    ['nothing', null],
    ['an empty quote', ' '],
    ['a quote that was not given', 'the lease ends in July'],
    ['half a word', '4,00'],
    ['one word', 'June'],
    ['words without a meaning', 'in the'],
    ['words of two texts', 'in June The owner'],
    ['signs', '€ . !'],
  ])('is an assumption with %s for its source', (_, source) => {
    expect(checkEvidence([statement('FACT', 'So it is.', source)], context)).toEqual([
      { label: 'ASSUMPTION', text: 'So it is.', source: null, wasFact: true },
    ]);
  });

  it('is the only thing that has a source, and nothing becomes one', () => {
    const given = (['INFERENCE', 'ASSUMPTION', 'UNKNOWN'] as const).map((label) =>
      statement(label, 'x', 'the lease ends in June'),
    );
    expect(checkEvidence(given, context).map(({ label, source }) => [label, source])).toEqual([
      ['INFERENCE', null],
      ['ASSUMPTION', null],
      ['UNKNOWN', null],
    ]);
  });
});

describe('the register', () => {
  it('has each assumption and unknown once, with who said so', () => {
    const register = evidenceRegister([
      {
        contributionId: 'c1',
        seatId: 's1',
        statements: [
          statement('ASSUMPTION', 'Demand stays.'),
          statement('UNKNOWN', 'What does flour cost?'),
          statement('FACT', 'Rent is dear.', 'Rent is'),
        ],
      },
      {
        contributionId: 'c2',
        seatId: 's2',
        statements: [statement('ASSUMPTION', 'demand  stays'), statement('ASSUMPTION', 'Demand stays.')],
      },
      { contributionId: 'c3', seatId: 's1', statements: [statement('ASSUMPTION', 'Demand stays!')] },
    ]);
    expect(register).toEqual({
      assumptions: [{ text: 'Demand stays.', seatIds: ['s1', 's2'], contributionIds: ['c1', 'c2', 'c3'] }],
      unknowns: [{ text: 'What does flour cost?', seatIds: ['s1'], contributionIds: ['c1'] }],
    });
  });
});
