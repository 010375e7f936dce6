import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf, type Forecast } from './calibration.ts';
import { lengthCorrelation } from './length-correlation.ts';

describe('length against votes', () => {
  const said = (...lengths: [string, number][]) =>
    lengths.map(([optionId, length]) => ({ optionId, length }));
  const votes = { A: 3, B: 1 };

  it.each([
    [1, 'Longer', said(['A', 200], ['A', 200], ['B', 100], ['B', 100], ['A', 200])],
    [-1, 'Shorter', said(['A', 100], ['A', 100], ['B', 200], ['B', 200], ['A', 100])],
    [
      0,
      'Length and votes had little',
      said(['A', 100], ['B', 100], ['A', 200], ['B', 200], ['A', 100], ['A', 200], ['B', 100], ['B', 200]),
    ],
  ])('is %d: %s', (r, words, contributions) => {
    const result = lengthCorrelation(contributions, votes);
    expect(result.r).toBeCloseTo(r, 10);
    expect(result.words).toMatch(new RegExp(`^${words}`));
    expect(result.words).toMatch(/indicator only\.$/);
  });

  it('says that it cannot tell from four, or where nothing varies', () => {
    const four = said(['A', 1], ['A', 2], ['B', 3], ['B', 4]);
    expect(lengthCorrelation(four, votes)).toMatchObject({ r: null, n: 4 });
    expect(lengthCorrelation([...four, ...four], { A: 1, B: 1 })).toMatchObject({ r: null, n: 8 });
  });

  it('writes next to nothing as nought, without a minus', () => {
    const contributions = said(['A', 100], ['B', 101], ['A', 105], ['B', 104], ['A', 110], ['B', 110.01]);
    const { r, words } = lengthCorrelation(contributions, { A: 2, B: 1 });
    expect(r).toBeGreaterThan(-0.005);
    expect(r).toBeLessThan(0);
    expect(words).toContain('(r = 0.00, n = 6)');
  });

  it('lies between -1 and 1', () => {
    const contribution = fc.record({ optionId: fc.constantFrom('A', 'B', 'C'), length: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 30 }), (contributions) => {
        const { r } = lengthCorrelation(contributions, votes);
        if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('calibration', () => {
  const forecast = (
    decision: number,
    personaCode: string,
    probability: number,
    hasHappened: boolean,
  ): Forecast => ({
    decisionId: `d${decision}`,
    personaCode,
    probability,
    hasHappened,
  });
  const decisions = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('is told from ten resolved decisions on, and says from how many', () => {
    const nine = decisions(9).map((one) => forecast(one, 'p', 1, true));
    expect(calibrationOf(nine)).toEqual({
      panel: { brier: null, n: 9 },
      personas: { p: { brier: null, n: 9 } },
    });
    const ten = [...nine, forecast(9, 'p', 1, true)];
    expect(calibrationOf(ten)).toEqual({ panel: { brier: 0, n: 10 }, personas: { p: { brier: 0, n: 10 } } });
  });

  it('is the mean of squared errors: always one half is 0.25, always wrong is 1', () => {
    const all = decisions(10).flatMap((one) => [
      forecast(one, 'half', 0.5, one < 3),
      forecast(one, 'wrong', one < 3 ? 0 : 1, one < 3),
    ]);
    const { panel, personas } = calibrationOf(all);
    expect(personas.half?.brier).toBeCloseTo(0.25);
    expect(personas.wrong?.brier).toBe(1);
    expect(panel).toEqual({ brier: expect.closeTo(0.5625), n: 10 });
  });

  it('counts a decision once, however many spoke, and a persona only where it spoke', () => {
    const all = decisions(10).flatMap((one) => [
      forecast(one, 'always', 1, true),
      ...(one < 2 ? [forecast(one, 'seldom', 0, true)] : []),
    ]);
    const { panel, personas } = calibrationOf(all);
    expect(personas.seldom).toEqual({ brier: null, n: 2 });
    expect(panel).toEqual({ brier: expect.closeTo(0.05), n: 10 });
  });
});
