import { expect, it } from 'vitest';
import { groupChanges } from './group-changes.ts';

const moved = 'schedule changed (Time zone: was Europe/London, now Asia/Tokyo). Moved to another time zone';

it('tells of a move of the clock once, with the medicines in the order of their names', () => {
  const changes = [
    { medicationName: 'Ramipril', day: '2026-12-03', words: moved },
    { medicationName: 'Metformin', day: '2026-12-03', words: moved },
    { medicationName: 'Ramipril', day: '2026-11-21', words: 'stopped. Dry cough' },
    { medicationName: 'Metformin', day: '2026-11-20', words: moved },
  ];

  expect(groupChanges(changes)).toEqual([
    { day: '2026-12-03', words: moved, names: ['Metformin', 'Ramipril'] },
    { day: '2026-11-21', words: 'stopped. Dry cough', names: ['Ramipril'] },
    { day: '2026-11-20', words: moved, names: ['Metformin'] },
  ]);
});

it('names a medicine once whose two schedules changed alike', () => {
  const change = { medicationName: 'Metformin', day: '2026-12-03', words: moved };

  expect(groupChanges([change, change])).toEqual([{ day: '2026-12-03', words: moved, names: ['Metformin'] }]);
});
