import type { Outputs } from '../client.ts';

type Report = Outputs['reports']['adherence'];

/** One bar: a day, or a week where days would be too thin. */
export interface Bar {
  from: string;
  to: string;
  onTime: number;
  late: number;
  notTaken: number;
}

/** Bars of the report: of seven days each when there are more than a month's. */
export function groupDays(byDay: Report['byDay']): Bar[] {
  const size = byDay.length > 31 ? 7 : 1;
  const bars: Bar[] = [];
  // Counted back from today, so that the last bar is whole.
  for (let end = byDay.length; end > 0; end -= size) {
    const group = byDay.slice(Math.max(0, end - size), end);
    const sum = (of: (figures: Report['total']) => number) =>
      group.reduce((total, { figures }) => total + of(figures), 0);
    bars.unshift({
      from: group[0]?.date ?? '',
      to: group.at(-1)?.date ?? '',
      onTime: sum(({ taken, takenLate }) => taken - takenLate),
      late: sum(({ takenLate }) => takenLate),
      notTaken: sum(({ counted, taken }) => counted - taken),
    });
  }
  return bars;
}
