import { describe, expect, it } from 'vitest';
import { costBars } from './cost-bars.ts';

const spent = (day: string, cost: string) => ({ day, cost, calls: 2 });

describe('the bars of what was spent', () => {
  it('are one for each day, those without costs and the 29th of February as well', () => {
    const bars = costBars([spent('2028-02-29', '0.5')], { from: '2028-02-28', to: '2028-03-01' });

    expect(bars.map(({ key, cost, calls }) => [key, cost, calls])).toEqual([
      ['2028-02-28', '0', 0],
      ['2028-02-29', '0.50000000', 2],
      ['2028-03-01', '0', 0],
    ]);
  });

  it('are one for each month where days would be too thin, and nothing is lost', () => {
    const bars = costBars(
      [spent('2026-01-15', '0.1'), spent('2026-01-31', '0.2'), spent('2026-03-01', '0.4')],
      { from: '2026-01-15', to: '2026-03-20' },
    );

    expect(bars.map(({ key, cost, calls }) => [key, cost, calls])).toEqual([
      ['2026-01-01', '0.30000000', 4],
      ['2026-02-01', '0', 0],
      ['2026-03-01', '0.40000000', 2],
    ]);
  });
});
