import { describe, expect, it } from 'vitest';
import { baselineReport } from './baseline.ts';
import { optionsOf } from './testing/rank.ts';

const options = optionsOf('AB');
const of = (optionIds: string[], cost: string) => ({ optionIds, cost });

describe('was the debate worth it', () => {
  it('no: it changed nothing', () => {
    const report = baselineReport(
      { single: of(['A'], '0.004'), firstRound: of(['A'], '0.1'), final: of(['A'], '0.3') },
      options,
    );
    expect(report).toEqual({
      hasChanged: false,
      hasSingleAgreed: true,
      debateCost: '0.20000000',
      words:
        'The debate changed nothing: “Option A” was in front after the first round already. The rounds after the first cost $0.20. One model alone gave the same answer for $0.0040.',
    });
  });

  it('it changed the answer', () => {
    const report = baselineReport(
      { single: of(['B'], '0'), firstRound: of(['A', 'B'], '0.1'), final: of(['A'], '0.3') },
      options,
    );
    expect(report).toMatchObject({ hasChanged: true, hasSingleAgreed: false });
    expect(report.words).toBe(
      'The debate changed the answer: a tie of “Option A” and “Option B” was in front after the first round, “Option A” is now. The rounds after the first cost $0.20. One model alone gave “Option B” for $0.00.',
    );
  });

  it('a tie is the same in whatever order, and a single answer may be missing', () => {
    const tie = { firstRound: of(['A', 'B'], '0'), final: of(['B', 'A'], '0') };
    expect(baselineReport({ single: null, ...tie }, options)).toMatchObject({
      hasChanged: false,
      hasSingleAgreed: null,
    });
    expect(baselineReport({ single: of([], '0'), ...tie }, options).words).toContain(
      'One model alone gave no answer',
    );
  });

  it('a session cannot cost less than its first round', () => {
    expect(() =>
      baselineReport({ single: null, firstRound: of([], '0.2'), final: of([], '0.1') }, options),
    ).toThrow(RangeError);
  });
});
