import { amountOf, thousandthsOf } from '../schedule/amount.ts';

export interface StockChange {
  id: string;
  kind: 'refill' | 'count';
  amount: string;
  at: number;
}

export interface StockLevel {
  /** NULL before anything was counted or came in. */
  left: string | null;
  /** The doses took more than was there: the ledger misses something. */
  isShort: boolean;
  /** What was there after each change, by its id. */
  after: Map<string, string>;
}

interface Step {
  at: number;
  kind: 'refill' | 'count' | 'dose';
  thousandths: number;
  id?: string;
}

/**
 * Plays changes and taken doses in the order in which they happened. A count says what is there, whatever came before;
 * a refill adds, a dose takes away, and nothing is ever less than nothing.
 */
export function stockLevel(changes: StockChange[], taken: { at: number; amount: string }[]): StockLevel {
  const steps: Step[] = [
    ...changes.map(({ id, kind, amount, at }) => ({ id, kind, at, thousandths: thousandthsOf(amount) })),
    ...taken.map(({ at, amount }) => ({ kind: 'dose' as const, at, thousandths: thousandthsOf(amount) })),
  ].sort((a, b) => a.at - b.at);
  const after = new Map<string, string>();
  let left: number | null = null;
  let isShort = false;
  for (const { kind, thousandths, id } of steps) {
    if (kind === 'dose') {
      if (left === null) continue;
      isShort ||= left < thousandths;
      left = Math.max(0, left - thousandths);
    } else {
      left = kind === 'count' ? thousandths : (left ?? 0) + thousandths;
      if (kind === 'count') isShort = false;
      if (id) after.set(id, amountOf(left));
    }
  }
  return { left: left === null ? null : amountOf(left), isShort, after };
}
