import { expect, it } from 'vitest';
import type { CalendarDose } from './dose-look.ts';
import { summariseDay } from './summarise-day.ts';

const doses = (...states: CalendarDose['state'][]) => states.map((state) => ({ state }) as CalendarDose);

it.each<[CalendarDose['state'][], string, string, string | undefined]>([
  [[], '', 'no doses', undefined],
  [['upcoming', 'upcoming'], '2', '2 planned', 'upcoming'],
  [['taken', 'takenLate'], '2/2', '2 of 2 taken', 'taken'],
  [['taken', 'missed', 'skipped'], '1/3', '1 of 3 taken, 1 missed', 'missed'],
  [['taken', 'due', 'upcoming'], '1/3', '1 of 3 taken', 'due'],
  [['taken', 'held', 'extra'], '1/1', '1 of 1 taken, 1 as needed, 1 on hold', 'taken'],
  [['held'], '', '1 on hold', 'held'],
  [['extra', 'extra'], '+2', '2 as needed', 'extra'],
])('%j shows %j: %s', (states, figure, words, state) => {
  expect(summariseDay(doses(...states))).toEqual({ figure, words, state });
});
