import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prnState } from './prn-state.ts';

const at = (time: string, day = '03') => Date.parse(`2027-05-${day}T${time}:00Z`);
const took = (time: string, amount = '2', day = '03') => ({ actualAt: at(time, day), amount });
const limits = { minIntervalMinutes: 240, maxAmountIn24h: '8' };

describe('a medicine taken as needed', () => {
  it('is allowed when nothing was taken', () => {
    expect(prnState([], limits, '2', at('12:00'))).toEqual({
      lastAt: null,
      msSinceLast: null,
      amountIn24h: '0',
      isBlocked: false,
      blockedBy: null,
      allowedFrom: at('12:00'),
      isLastAllowed: false,
    });
  });

  it('says how long ago the last one was, and waits for the interval to pass', () => {
    const state = prnState([took('06:00'), took('10:30')], limits, '2', at('12:00'));

    expect(state).toMatchObject({
      lastAt: at('10:30'),
      msSinceLast: 90 * 60_000,
      amountIn24h: '4',
      isBlocked: true,
      blockedBy: 'interval',
      allowedFrom: at('14:30'),
    });
    expect(prnState([took('10:30')], limits, '2', at('14:30')).isBlocked).toBe(false);
  });

  it('warns on the last dose that is allowed, and blocks the one after', () => {
    const three = [took('00:00'), took('04:00'), took('08:00')];

    expect(prnState(three, limits, '2', at('12:00'))).toMatchObject({
      isBlocked: false,
      isLastAllowed: true,
    });
    expect(prnState(three.slice(1), limits, '2', at('12:00'))).toMatchObject({ isLastAllowed: false });
    expect(prnState([...three, took('12:00')], limits, '2', at('16:00'))).toMatchObject({
      isBlocked: true,
      blockedBy: 'amount',
      allowedFrom: at('00:00', '04'),
      isLastAllowed: false,
    });
  });

  it('counts the 24 hours before now, not the day of the calendar', () => {
    const evening = [took('20:00'), took('23:00')];

    expect(prnState(evening, limits, '2', at('00:30', '04')).amountIn24h).toBe('4');
    expect(prnState(evening, limits, '2', at('20:00', '04')).amountIn24h).toBe('2');
  });

  it('waits for as many to pass as the next amount needs', () => {
    const small = [took('01:00', '1'), took('02:00', '1'), took('03:00', '6')];

    expect(prnState(small, { ...limits, minIntervalMinutes: null }, '2', at('12:00')).allowedFrom).toBe(
      at('02:00', '04'),
    );
  });

  it('is never allowed in an amount above the limit', () => {
    expect(prnState([], limits, '9', at('12:00'))).toMatchObject({
      isBlocked: true,
      blockedBy: 'amount',
      allowedFrom: null,
    });
  });

  it('has no limit where none is set', () => {
    const none = { minIntervalMinutes: null, maxAmountIn24h: null };

    expect(prnState([took('11:59', '500')], none, '2', at('12:00'))).toMatchObject({
      isBlocked: false,
      isLastAllowed: false,
    });
  });

  it('adds decimals exactly', () => {
    const tenths = ['0.1', '0.2'].map((amount, hour) => took(`0${hour}:00`, amount));

    expect(prnState(tenths, { ...limits, maxAmountIn24h: '0.4' }, '0.1', at('12:00'))).toMatchObject({
      amountIn24h: '0.3',
      isBlocked: false,
      isLastAllowed: true,
    });
  });

  it('is within its limits from the instant that it names, and not a minute before', () => {
    const history = fc.array(
      fc.record({ minutesAgo: fc.nat(2000), amount: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 8 }), (taken, amount) => {
        const now = at('12:00');
        const all = taken.map((one) => ({
          actualAt: now - one.minutesAgo * 60_000,
          amount: String(one.amount),
        }));
        const { isBlocked, allowedFrom } = prnState(all, limits, String(amount), now);

        if (allowedFrom === null) throw new Error('Every amount here is within the limit.');
        expect(isBlocked).toBe(allowedFrom > now);
        expect(prnState(all, limits, String(amount), allowedFrom).isBlocked).toBe(false);
        if (isBlocked)
          expect(prnState(all, limits, String(amount), allowedFrom - 60_000).isBlocked).toBe(true);
      }),
    );
  });
});
