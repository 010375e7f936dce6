import { describe, expect, it } from 'vitest';
import { herding, type RoundStance } from './herding.ts';
import { type SeatChoice, shiftOf } from './shift.ts';

const choice = (seatId: string, optionId: string | null): SeatChoice => ({
  seatId,
  optionId,
  confidence: optionId === null ? null : 'medium',
});

describe('the shift from the first to the final choice', () => {
  it('shows who went where, who stayed, who came and who fell silent', () => {
    const first = [choice('1', 'A'), choice('2', 'A'), choice('3', 'B'), choice('4', 'B')];
    const final = [choice('1', 'A'), choice('2', 'B'), choice('3', 'B'), choice('5', 'A')];
    const { seats, flows } = shiftOf(first, final);
    expect(seats.map(({ seatId, hasChanged }) => [seatId, hasChanged])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
      ['4', true],
      ['5', true],
    ]);
    expect(flows).toEqual([
      { from: 'A', to: 'A', seatIds: ['1'] },
      { from: 'A', to: 'B', seatIds: ['2'] },
      { from: 'B', to: 'B', seatIds: ['3'] },
      { from: 'B', to: null, seatIds: ['4'] },
      { from: null, to: 'A', seatIds: ['5'] },
    ]);
  });
});

describe('herding', () => {
  const round = (...stances: [string, string | null, ('new' | undefined)?][]): RoundStance[] =>
    stances.map(([seatId, optionId, novelty]) => ({ seatId, optionId, isNovel: novelty === 'new' }));
  const blind = round(['1', 'A'], ['2', 'A'], ['3', 'A'], ['4', 'B'], ['5', 'C']);

  it('is a switch to the majority without a new argument, in each round', () => {
    const second = round(['1', 'A'], ['2', 'B'], ['3', 'A'], ['4', 'A'], ['5', 'A', 'new']);
    const third = round(['1', 'A'], ['2', 'A'], ['3', 'A'], ['4', 'A'], ['5', 'A']);
    expect(herding([blind, second, third])).toEqual([
      {
        round: 2,
        majority: 'A',
        switches: [
          { seatId: '2', from: 'A', to: 'B', isHerding: false },
          { seatId: '4', from: 'B', to: 'A', isHerding: true },
          { seatId: '5', from: 'C', to: 'A', isHerding: false },
        ],
        herding: 1,
      },
      {
        round: 3,
        majority: 'A',
        switches: [{ seatId: '2', from: 'B', to: 'A', isHerding: true }],
        herding: 1,
      },
    ]);
  });

  it('needs a majority that stands alone, and a position to leave', () => {
    const tied = round(['1', 'A'], ['2', 'B'], ['3', null]);
    expect(herding([tied, round(['1', 'B'], ['2', 'B'], ['3', 'B'])])).toEqual([
      {
        round: 2,
        majority: null,
        switches: [{ seatId: '1', from: 'A', to: 'B', isHerding: false }],
        herding: 0,
      },
    ]);
    expect(herding([blind])).toEqual([]);
  });
});
