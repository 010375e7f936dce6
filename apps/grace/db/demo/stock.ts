import type { Tx } from '@commons/shared-db';
import { stockChanges } from '../schema/stock-changes.ts';
import { demoId } from './demo-medicine.ts';

const msPerDay = 86_400_000;

type Line = [medicine: number, daysAgo: number, kind: 'refill' | 'count', amount: string];

/** What was counted and fetched: enough of most, and apixaban for a few days only. */
const lines: Line[] = [
  [1, 40, 'count', '18'],
  [1, 26, 'refill', '28'],
  [2, 40, 'count', '12'],
  [2, 37, 'refill', '56'],
  [2, 12, 'refill', '56'],
  [3, 12, 'count', '34'],
  [9, 20, 'count', '28'],
];

/** Adds the ledger of stock, unless it is there already. */
export async function addStock(tx: Tx, profileId: string, now: number): Promise<void> {
  const values = lines.map(([medicine, daysAgo, kind, amount], index) => ({
    id: demoId('f', index + 1),
    profileId,
    medicationId: demoId('b', medicine),
    kind,
    amount,
    unit: 'tablet' as const,
    at: new Date(now - daysAgo * msPerDay),
  }));
  await tx.insert(stockChanges).values(values).onConflictDoNothing({ target: stockChanges.id });
}
