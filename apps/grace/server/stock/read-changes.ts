import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import { stockChanges } from '../../db/schema/stock-changes.ts';
import { amountOf, thousandthsOf } from '../../schedule/amount.ts';
import type { DoseUnit } from '../../schedule/schemas.ts';
import type { StockChange } from '../../stock/stock-level.ts';

export interface RecordedChange extends StockChange {
  medicationId: string;
  unit: DoseUnit;
  recordedBy: string | null;
  recordedByName: string | null;
  isImported: boolean;
  isTakenBack: boolean;
}

/** The ledger of one person's medicines, oldest first. */
export async function readChanges(tx: Tx, profileId: string): Promise<RecordedChange[]> {
  const rows = await tx
    .select({
      id: stockChanges.id,
      medicationId: stockChanges.medicationId,
      kind: stockChanges.kind,
      amount: stockChanges.amount,
      unit: stockChanges.unit,
      at: stockChanges.at,
      recordedBy: stockChanges.recordedBy,
      recordedByName: stockChanges.recordedByName,
      isImported: stockChanges.isImported,
      takenBackAt: stockChanges.takenBackAt,
    })
    .from(stockChanges)
    .where(eq(stockChanges.profileId, profileId))
    .orderBy(asc(stockChanges.at), asc(stockChanges.recordedAt), asc(stockChanges.id));
  return rows.map(({ takenBackAt, ...row }) => ({
    ...row,
    amount: amountOf(thousandthsOf(row.amount)),
    at: row.at.getTime(),
    isTakenBack: takenBackAt !== null,
  }));
}
