import { describe, expect, it } from 'vitest';
import { businessFacts } from './business-facts.ts';
import { readContext } from './read-context.ts';

describe('the facts of a business', () => {
  it('are found by the usual labels', () => {
    const facts = businessFacts([
      { label: 'Company', statements: ['Lumen Candles is a studio in Leeds.'] },
      { label: 'Who we sell to', statements: ['Gift buyers.'] },
      { label: 'What we sell', statements: ['Candles.'] },
      { label: 'Tone of voice', statements: ['Dry.'] },
      { label: 'Goals', statements: ['Grow.'] },
      { label: 'Policies', statements: ['Returns.'] },
      { label: 'Do not say', statements: ['cheap'] },
    ]);
    expect(facts).toEqual({
      name: 'Lumen Candles',
      audience: ['Gift buyers.'],
      offer: ['Candles.'],
      tone: ['Dry.'],
      goals: ['Grow.'],
      policies: ['Returns.'],
      avoid: ['cheap'],
    });
  });

  it.each([
    ['Lumen Candles', 'Lumen Candles'],
    ['Lumen Candles, a studio in Leeds', 'Lumen Candles'],
    ['Lumen sells candles', 'Lumen'],
    ['x'.repeat(61), undefined],
  ])('take %j for the name %j', (statement, name) => {
    expect(businessFacts([{ label: 'Company', statements: [statement] }]).name).toBe(name);
  });

  it('take the name of the business from the title of its context', () => {
    const { owner, sections } = readContext(
      'Be brief.\n\n# Business context: Lind Bikes\n\n## Company\nWe repair.',
    );
    expect(businessFacts(sections, owner).name).toBe('Lind Bikes');
  });

  it('are empty without a context', () => {
    expect(businessFacts([])).toMatchObject({ name: undefined, offer: [], avoid: [] });
  });
});
