import { describe, expect, it } from 'vitest';
import { claimsIn } from './claims-in.ts';
import { likeness, sharedRuns } from './likeness.ts';

describe('the check of claims', () => {
  it.each([
    'You hold a PhD in economics.',
    'A world-class negotiator.',
    'Expert with 20 years of trade.',
    'You have thirty years of experience.',
    'Award-winning author',
    'A certified planner',
  ])('notices: %s', (text) => {
    expect(claimsIn(text)).not.toEqual([]);
  });

  it('lets an ordinary sentence pass', () => {
    expect(
      claimsIn('You say when a doctor should be asked. You have heard it from people of thirty.'),
    ).toEqual([]);
  });
});

describe('the likeness of two texts', () => {
  it('is that of their longer words, whatever their order and form', () => {
    expect(likeness('You asked about money.', 'Asking for money, always')).toBeCloseTo(2 / 4);
    expect(likeness('Nothing lasts here', 'Here nothing lasts')).toBe(1);
    expect(likeness('autumn', 'winter')).toBe(0);
  });

  it('shows in runs of words that both have', () => {
    const runs = sharedRuns('You ask who has to pay for it.', 'Then you ask who has to pay.');

    expect(runs).toEqual(['you ask who has to', 'ask who has to pay']);
  });
});
