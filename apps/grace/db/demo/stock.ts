import type { Tx } from '@commons/shared-db';
import type { DoseUnit } from '../../schedule/schemas.ts';
import { stockChanges } from '../schema/stock-changes.ts';
import { demoId } from './demo-medicine.ts';

const msPerDay = 86_400_000;

type Line = [medicine: number, daysAgo: number, kind: 'refill' | 'count', amount: string, unit?: DoseUnit];

/** What was counted and fetched: enough of most, and apixaban for a few days only. */
const lines: Line[] = [
  [1, 40, 'count', '18'],
  [1, 26, 'refill', '28'],
  [2, 40, 'count', '12'],
  [2, 37, 'refill', '56'],
  [2, 12, 'refill', '56'],
  [3, 12, 'count', '34'],
  [4, 30, 'count', '9'],
  [4, 24, 'refill', '56'],
  [5, 21, 'refill', '8'],
  [6, 11, 'refill', '84'],
  [7, 20, 'count', '60', 'capsule'],
  [9, 20, 'count', '28'],
  [9, 6, 'refill', '32'],
  [10, 4, 'refill', '14'],
  [11, 26, 'count', '44'],
];

/** Adds the ledger of stock, unless it is there already. */
export async function addStock(tx: Tx, profileId: string, now: number): Promise<void> {
  const values = lines.map(([medicine, daysAgo, kind, amount, unit = 'tablet'], index) => ({
    id: demoId('f', index + 1),
    profileId,
    medicationId: demoId('b', medicine),
    kind,
    amount,
    unit,
    at: new Date(now - daysAgo * msPerDay),
  }));
  await tx.insert(stockChanges).values(values).onConflictDoNothing({ target: stockChanges.id });
}
