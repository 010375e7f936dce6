import { addUsd } from '../../money/add-usd.ts';
import type { Costs } from '../client.ts';
import { addDays, countDays, formatDay } from './days.ts';

const daysMax = 62;

/** What one bar stands for: a day, or a month where days would be too thin. */
export interface CostBar {
  /** Its first day. */
  key: string;
  name: string;
  /** For an axis. */
  label: string;
  cost: string;
  calls: number;
}

interface Range {
  from: string;
  to: string;
}

/** A bar for each day or month of the range, those on which nothing was spent as well. */
export function costBars(byDay: Costs['byDay'], { from, to }: Range): CostBar[] {
  const days = countDays(from, to);
  const areMonths = days > daysMax;
  const bars = new Map<string, CostBar>();
  for (let at = 0; at < days; at += 1) {
    const key = keyOf(addDays(from, at));
    if (!bars.has(key)) bars.set(key, { key, ...wordsOf(key), cost: '0', calls: 0 });
  }
  for (const { day, cost, calls } of byDay) {
    const bar = bars.get(keyOf(day));
    if (!bar) continue;
    bar.cost = addUsd(bar.cost, cost);
    bar.calls += calls;
  }
  return [...bars.values()];

  function keyOf(day: string): string {
    return areMonths ? `${day.slice(0, 7)}-01` : day;
  }

  function wordsOf(day: string) {
    return {
      name: formatDay(day, areMonths ? 'month' : 'day'),
      label: formatDay(day, areMonths ? 'shortMonth' : 'short'),
    };
  }
}
