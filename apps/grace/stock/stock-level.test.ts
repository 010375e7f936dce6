import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StockChange, stockLevel } from './stock-level.ts';

const refill = (at: number, amount: string): StockChange => ({ id: `r${at}`, kind: 'refill', amount, at });
const count = (at: number, amount: string): StockChange => ({ id: `c${at}`, kind: 'count', amount, at });
const dose = (at: number, amount = '1') => ({ at, amount });

describe('what is left', () => {
  it('is unknown until something was counted or came in', () => {
    expect(stockLevel([], [dose(1)])).toEqual({ left: null, isShort: false, after: new Map() });
  });

  it('grows with a refill and shrinks with each dose', () => {
    const { left, after } = stockLevel(
      [refill(1, '28'), refill(9, '28')],
      [dose(2), dose(3, '0.5'), dose(10)],
    );

    expect(left).toBe('53.5');
    expect(after).toEqual(
      new Map([
        ['r1', '28'],
        ['r9', '54.5'],
      ]),
    );
  });

  it('is what somebody counted, whatever came before, and doses that are recorded later for before are in it', () => {
    expect(stockLevel([refill(1, '28'), count(5, '20')], [dose(2), dose(4), dose(6)]).left).toBe('19');
  });

  it('adds tenths exactly', () => {
    expect(stockLevel([count(1, '0.3')], [dose(2, '0.1'), dose(3, '0.2')])).toMatchObject({
      left: '0',
      isShort: false,
    });
  });

  it('is never less than nothing, and says that something is missing until somebody counts', () => {
    expect(stockLevel([count(1, '1')], [dose(2, '2')])).toMatchObject({ left: '0', isShort: true });
    expect(stockLevel([count(1, '1'), count(3, '9')], [dose(2, '2')])).toMatchObject({
      left: '9',
      isShort: false,
    });
  });

  it('is restored exactly when a dose or a refill is taken back', () => {
    const amounts = fc.integer({ min: 1, max: 3000 }).map((thousandths) => String(thousandths / 1000));
    const events = fc.array(fc.record({ at: fc.nat(100), amount: amounts }), { maxLength: 20 });
    fc.assert(
      fc.property(events, events, fc.nat(100), amounts, (refills, doses, at, amount) => {
        const changes = [count(0, '10000'), ...refills.map((one) => refill(one.at + 1, one.amount))];
        const before = Number(stockLevel(changes, doses).left) * 1000;
        const withDose = Number(stockLevel(changes, [...doses, { at: at + 1, amount }]).left) * 1000;

        expect(Math.round(before - withDose)).toBe(Math.round(Number(amount) * 1000));
      }),
    );
  });
});
