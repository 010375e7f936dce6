import { describe, expect, it } from 'vitest';
import { dayAt, withMove } from './day-moves.ts';

const home = { timeZone: 'Europe/London', zoneMoves: [] };
const [out, back] = [
  { zone: 'Asia/Tokyo', from: 1000 },
  { zone: 'Europe/London', from: 2000 },
];

describe('the person’s day', () => {
  it('goes out and comes back, each when its time has come', () => {
    const planned = withMove(withMove(home, out), back);

    expect(dayAt(planned, 999)).toEqual(planned);
    expect(dayAt(planned, 1000)).toEqual({ timeZone: 'Asia/Tokyo', zoneMoves: [back] });
    expect(dayAt(planned, 2000)).toEqual({ timeZone: 'Europe/London', zoneMoves: [] });
  });

  it('keeps no move that a newer one has replaced, nor one that goes nowhere', () => {
    const planned = withMove(withMove(home, out), back);

    expect(withMove(planned, { zone: 'Asia/Seoul', from: 1000 }).zoneMoves).toEqual([
      { zone: 'Asia/Seoul', from: 1000 },
    ]);
    expect(withMove(planned, { zone: 'Europe/London', from: 500 })).toEqual(home);
  });
});
