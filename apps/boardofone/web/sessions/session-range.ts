import type { SessionListView } from './use-session-view.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const amount = /^\d{1,6}(\.\d{1,8})?$/;

/** From which moment to which, and from which cost to which, a view asks for; days are those of whoever looks. */
export interface SessionRange {
  begunFrom: string | null;
  begunBefore: string | null;
  costFrom: string | null;
  costUntil: string | null;
}

/** What the server is asked for; what cannot be read is not asked for. */
export function rangeOf({ from, to, min, max }: SessionListView): SessionRange {
  return {
    begunFrom: beginningOf(from, 0),
    begunBefore: beginningOf(to, 1),
    costFrom: amount.test(min) ? min : null,
    costUntil: amount.test(max) ? max : null,
  };
}

/** What is wrong with a range, by field. */
export function rangeProblems({ from, to, min, max }: SessionListView): {
  to?: string;
  min?: string;
  max?: string;
} {
  const wrongAmount = 'Enter an amount in dollars, like 0.50.';
  return {
    ...(from && to && from > to && { to: 'This is before the first day.' }),
    ...(min && !amount.test(min) && { min: wrongAmount }),
    ...(max && !amount.test(max) && { max: wrongAmount }),
    ...(amount.test(min) &&
      amount.test(max) &&
      Number(min) > Number(max) && { max: 'This is less than the least.' }),
  };
}

/** The first moment of a day, or of so many days after it, where the page is looked at. */
function beginningOf(date: string, later: number): string | null {
  if (!day.test(date)) return null;
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const moment = new Date(year, month - 1, dayOfMonth + later);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
