import type { Log } from '../log.ts';

// "there is already a transaction in progress" and "there is no transaction in progress": two callers met on one connection.
const lostTransaction = new Set(['25001', '25P01']);

/** Listens to the notices of every pool. */
export interface LostTransactions {
  onNotice: (notice: { code?: string }) => void;
  /** How many were lost since the start. */
  count(): number;
}

/** Raises an alarm in the log when PostgreSQL's notices say that a transaction was lost; it must never happen. */
export function alarmOnNotice(log: Log): LostTransactions {
  let count = 0;
  return {
    count: () => count,
    onNotice({ code }) {
      if (!code || !lostTransaction.has(code)) return;
      count += 1;
      log.error({ code, count }, 'a transaction was lost on its connection');
    },
  };
}
