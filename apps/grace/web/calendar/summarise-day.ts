import type { CalendarDose } from './dose-look.ts';

/** What a cell of the month says about its day. */
export interface DaySummary {
  /** "3/4" while something is taken or was to be; "4" where all is still to come. */
  figure: string;
  /** The same in words. */
  words: string;
  /** The state that speaks for the day: what went wrong before what went well. */
  state: CalendarDose['state'] | undefined;
}

const loudest: CalendarDose['state'][] = [
  'missed',
  'overdue',
  'due',
  'partial',
  'skipped',
  'taken',
  'takenLate',
  'upcoming',
  'held',
  'extra',
];

export function summariseDay(doses: CalendarDose[]): DaySummary {
  const number = (...states: CalendarDose['state'][]) =>
    doses.filter(({ state }) => states.includes(state)).length;
  const state = loudest.find((one) => number(one) > 0);
  const extra = number('extra');
  const planned = doses.length - extra - number('held');
  const taken = number('taken', 'takenLate');
  if (doses.length === 0) return { figure: '', words: 'no doses', state };
  const more = extra > 0 ? [`${extra} as needed`] : [];
  if (number('held') > 0) more.push(`${number('held')} on hold`);
  if (planned === 0) return { figure: extra > 0 ? `+${extra}` : '', words: more.join(', '), state };
  const isToCome = number('upcoming') === planned;
  const said = isToCome ? `${planned} planned` : `${taken} of ${planned} taken`;
  const missed = number('missed') > 0 ? [`${number('missed')} missed`] : [];
  return {
    figure: isToCome ? String(planned) : `${taken}/${planned}`,
    words: [said, ...missed, ...more].join(', '),
    state,
  };
}
